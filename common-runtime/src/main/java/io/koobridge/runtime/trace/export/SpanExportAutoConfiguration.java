package io.koobridge.runtime.trace.export;

import static java.util.Objects.requireNonNull;

import io.koobridge.runtime.trace.Spans;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import java.util.Locale;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.otlp.OtlpTracingProperties;
import org.springframework.context.annotation.Bean;

/** Spans are recorded and sent; there only where a collector is configured ({@link OnlyWithCollector}). */
@AutoConfiguration(beforeName = "io.koobridge.runtime.trace.TraceAutoConfiguration")
@EnableConfigurationProperties(OtlpTracingProperties.class)
class SpanExportAutoConfiguration {

    @Bean
    Spans recordedSpans(OpenTelemetry telemetry) {
        return new OpenTelemetrySpans(telemetry.getTracer("io.koobridge"));
    }

    /** By Boot's settings. Its own exporter does not come to be here with version 4.1.0 (RATIONALE.md). */
    @Bean
    OtlpHttpSpanExporter spanExporter(OtlpTracingProperties properties) {
        var exporter = OtlpHttpSpanExporter.builder()
                .setEndpoint(requireNonNull(properties.getEndpoint()))
                .setTimeout(properties.getTimeout())
                .setConnectTimeout(properties.getConnectTimeout())
                .setCompression(properties.getCompression().name().toLowerCase(Locale.ROOT));
        properties.getHeaders().forEach(exporter::addHeader);
        return exporter.build();
    }
}
