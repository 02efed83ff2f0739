package io.koobridge.runtime.trace.export;

import io.koobridge.runtime.trace.Spans;
import io.opentelemetry.api.OpenTelemetry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Spans are recorded; there only where a collector is configured ({@link OnlyWithCollector}). */
@AutoConfiguration(
        beforeName = "io.koobridge.runtime.trace.TraceAutoConfiguration",
        afterName = "org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration")
class SpanExportAutoConfiguration {

    @Bean
    Spans recordedSpans(OpenTelemetry telemetry) {
        return new OpenTelemetrySpans(telemetry.getTracer("io.koobridge"));
    }
}
