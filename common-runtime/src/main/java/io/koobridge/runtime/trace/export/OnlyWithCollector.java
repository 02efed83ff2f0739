package io.koobridge.runtime.trace.export;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Keeps Boot from making an OpenTelemetry SDK, with its threads, unless there is somebody to send to. Also then only what
 * sends is let in: Boot's handlers would make spans of each HTTP exchange beside ours, and bind them to threads.
 */
public final class OnlyWithCollector implements AutoConfigurationImportFilter, EnvironmentAware {

    static final String ENDPOINT = "management.opentelemetry.tracing.export.otlp.endpoint";

    private static final Set<String> SENDING = Set.of(
            "io.koobridge.runtime.trace.export.SpanExportAutoConfiguration",
            "org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration",
            "org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration");

    private static final Set<String> OF_TRACING =
            Set.of("org.springframework.boot.opentelemetry.", "org.springframework.boot.micrometer.tracing.");

    private @Nullable Environment environment;

    @Override
    public void setEnvironment(Environment environment) {
        this.environment = environment;
    }

    @Override
    public boolean[] match(@Nullable String[] classes, AutoConfigurationMetadata metadata) {
        boolean sends = StringUtils.hasText(Objects.requireNonNull(environment).getProperty(ENDPOINT));
        var matches = new boolean[classes.length];
        for (int i = 0; i < classes.length; i++) {
            var name = classes[i];
            matches[i] = name == null || (SENDING.contains(name) ? sends : !isOfTracing(name));
        }
        return matches;
    }

    private static boolean isOfTracing(String name) {
        return OF_TRACING.stream().anyMatch(name::startsWith);
    }
}
