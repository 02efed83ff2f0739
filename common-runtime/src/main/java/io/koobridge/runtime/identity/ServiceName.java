package io.koobridge.runtime.identity;

/**
 * Which service this process is: {@code spring.application.name}; names it in the journal and in logs.
 *
 * @param value for example {@code provisioning-service}
 */
public record ServiceName(String value) {

    public ServiceName {
        if (value.isBlank()) {
            throw new IllegalArgumentException("spring.application.name must name the service");
        }
    }
}
