package io.koobridge.runtime.trace.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.koobridge.events.TraceContext;
import io.koobridge.runtime.TestService;
import io.koobridge.runtime.trace.SpanKind;
import io.koobridge.runtime.trace.Spans;
import io.koobridge.testkit.TestCollector;
import io.koobridge.testkit.TestCollector.Received;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpanExportTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String QUICKLY = "management.opentelemetry.tracing.export.schedule-delay=50ms";

    static class NoBeans {}

    /** Promise: whoever has no collector pays nothing for traces but the ids. */
    @ParameterizedTest
    @ValueSource(strings = {"a.setting=none", OnlyWithCollector.ENDPOINT + "="})
    void withoutACollectorThereIsNoTracerAndNoThreadOfOne(String setting) {
        try (var service = TestService.start(NoBeans.class, setting)) {
            assertThat(service.context().getBean(Spans.class)).isNotInstanceOf(OpenTelemetrySpans.class);
            assertThat(service.context().getBeanDefinitionNames())
                    .extracting(name -> service.context().getType(name))
                    .doesNotContainNull()
                    .extracting(Class::getName)
                    .noneMatch(type -> type.startsWith("io.opentelemetry") || type.startsWith("io.micrometer.tracing"));
            assertThat(Thread.getAllStackTraces().keySet())
                    .extracting(Thread::getName)
                    .noneMatch(name -> name.startsWith("BatchSpanProcessor"));
        }
    }

    @Test
    void spansGoToTheCollectorThatIsNamed() {
        try (var collector = new TestCollector();
                var service = start(collector)) {
            var spans = service.context().getBean(Spans.class);
            var root = spans.start(SpanKind.SERVER, "callback", null).tag("address", "/koogallery/saas");
            var child = spans.start(SpanKind.PRODUCER, "publish", root.context());
            child.end();
            root.end();

            var traceId = root.context().traceId();
            await().atMost(SOON).until(() -> collector.ofTrace(traceId).size() == 2);
            var rootId = root.context().spanId();
            assertThat(collector.ofTrace(traceId))
                    .containsExactlyInAnyOrder(
                            new Received(
                                    "test-service",
                                    traceId,
                                    rootId,
                                    "",
                                    "callback",
                                    2,
                                    Map.of("address", "/koogallery/saas")),
                            new Received(
                                    "test-service", traceId, child.context().spanId(), rootId, "publish", 4, Map.of()));
            assertThat(service.context().getBeanDefinitionNames())
                    .as("Boot's own spans stay away")
                    .noneMatch(name -> name.toLowerCase(Locale.ROOT).contains("observationhandler")
                            && name.toLowerCase(Locale.ROOT).contains("tracing"));
        }
    }

    @Test
    void aCallerThatIsNotSampledIsNotRecordedButGoesOn() {
        try (var collector = new TestCollector();
                var service = start(collector)) {
            var spans = service.context().getBean(Spans.class);
            var unsampled = new TraceContext("4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7", 0);
            var sampled = new TraceContext("5bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7", 1);

            var step = spans.start(SpanKind.SERVER, "callback", unsampled);
            step.end();
            spans.start(SpanKind.SERVER, "callback", sampled).end();

            assertThat(step.context().traceId()).isEqualTo(unsampled.traceId());
            assertThat(step.context().spanId()).isNotEqualTo(unsampled.spanId());
            assertThat(step.context().sampled()).isFalse();
            await().atMost(SOON)
                    .until(() -> !collector.ofTrace(sampled.traceId()).isEmpty());
            assertThat(collector.ofTrace(sampled.traceId()))
                    .extracting(Received::parentId)
                    .containsExactly(sampled.spanId());
            assertThat(collector.ofTrace(unsampled.traceId())).isEmpty();
        }
    }

    @Test
    void howManyNewTracesAreRecordedIsASetting() {
        try (var collector = new TestCollector();
                var service = start(collector, "management.tracing.sampling.probability=0")) {
            var spans = service.context().getBean(Spans.class);

            assertThat(spans.start(SpanKind.SERVER, "callback", null).context().sampled())
                    .isFalse();
        }
    }

    @Test
    void eachKindHasItsName() {
        try (var collector = new TestCollector();
                var service = start(collector)) {
            var spans = service.context().getBean(Spans.class);
            var root = spans.start(SpanKind.INTERNAL, "INTERNAL", null).context();
            Arrays.stream(SpanKind.values())
                    .forEach(kind -> spans.start(kind, kind.name(), root).end());

            await().atMost(SOON).until(() -> collector.ofTrace(root.traceId()).size() == SpanKind.values().length);
            assertThat(collector.ofTrace(root.traceId()))
                    .extracting(Received::name, Received::kind)
                    .containsExactlyInAnyOrder(
                            tuple("INTERNAL", 1L),
                            tuple("SERVER", 2L),
                            tuple("CLIENT", 3L),
                            tuple("PRODUCER", 4L),
                            tuple("CONSUMER", 5L));
        }
    }

    private static TestService start(TestCollector collector, String... more) {
        var settings = Arrays.copyOf(
                new String[] {OnlyWithCollector.ENDPOINT + "=" + collector.endpoint(), QUICKLY}, 2 + more.length);
        System.arraycopy(more, 0, settings, 2, more.length);
        return TestService.start(NoBeans.class, settings);
    }
}
