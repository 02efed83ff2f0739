package io.koobridge.simulator.calling;

import org.springframework.boot.context.properties.ConfigurationPropertiesSource;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the seller is called for authorization codes.
 *
 * @param path production address; empty: none are sold
 * @param key required with the path: access key of the authorization-code interfaces, a class of their own (license §2.2)
 */
@ConfigurationPropertiesSource
public record CodeAddress(
        @DefaultValue("") String path, @DefaultValue("") String key) {

    public CodeAddress {
        if (!path.isEmpty() && (!path.startsWith("/") || key.isBlank())) {
            throw new IllegalArgumentException(
                    "koobridge.simulator.license-code.path must start with /, and license-code.key must be set with it");
        }
    }
}
