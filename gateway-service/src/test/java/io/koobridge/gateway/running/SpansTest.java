package io.koobridge.gateway.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.koobridge.events.TraceContext;
import io.koobridge.testkit.TestBroker;
import io.koobridge.testkit.TestCollector;
import io.koobridge.testkit.TestCollector.Received;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A gateway with a collector: what a callback's trace shows (docs/tracing.md). */
class SpansTest extends GatewayTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String TRACE_ID = "6bf92f3577b34da6a3ce929d0e0e4736";
    private static final String CALLER = "00f067aa0ba902b7";

    @Test
    void aPurchaseIsACallbackWithAQuestionAndAPublication() {
        try (var collector = new TestCollector();
                var gateway = RunningGateway.start(
                        TestBroker.shared().bootstrapServers(),
                        PROVISIONING.url(),
                        CLOCK,
                        Map.of(
                                "management.opentelemetry.tracing.export.otlp.endpoint",
                                collector.endpoint(),
                                "management.opentelemetry.tracing.export.schedule-delay",
                                "50ms"))) {
            awaitStoring(gateway, CLOCK);

            var reply = Connection.exchange(
                    gateway.port(),
                    Call.newInstance(CLOCK, "CS-SPANS")
                            .withHeader("traceparent: 00-%s-%s-01".formatted(TRACE_ID, CALLER))
                            .bytes());

            var id = reply.json().path("instanceId").asString();
            await().atMost(SOON).until(() -> collector.ofTrace(TRACE_ID).size() == 3);
            var callback = span(collector, "callback");
            var publish = span(collector, "publish");
            assertThat(collector.ofTrace(TRACE_ID))
                    .extracting(Received::service, Received::name, Received::kind, Received::parentId)
                    .containsExactlyInAnyOrder(
                            tuple("gateway-service", "callback", 2L, CALLER),
                            tuple("gateway-service", "publish", 4L, callback.spanId()),
                            tuple("gateway-service", "/internal/instances:resolve", 3L, callback.spanId()));
            assertThat(callback.attributes())
                    .isEqualTo(Map.of(
                            "address",
                            RunningGateway.PATH,
                            "activity",
                            "newInstance",
                            "resultCode",
                            "000004",
                            "instanceId",
                            id));
            assertThat(publish.attributes()).isEqualTo(Map.of("instanceId", id, "outcome", "stored"));
            assertThat(StoredFacts.read(id)).singleElement().satisfies(fact -> assertThat(
                            Objects.requireNonNull(TraceContext.of(fact.traceparent()))
                                    .spanId())
                    .as("whoever applies it goes on from here")
                    .isEqualTo(publish.spanId()));
        }
    }

    private static Received span(TestCollector collector, String name) {
        return collector.ofTrace(TRACE_ID).stream()
                .filter(span -> span.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
