package io.koobridge.provisioning.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.koobridge.events.TraceContext;
import io.koobridge.events.instance.InstanceFact.InstancePurchased;
import io.koobridge.events.instance.InstanceKind;
import io.koobridge.testkit.FakeServer;
import io.koobridge.testkit.TestCollector;
import io.koobridge.testkit.TestCollector.Received;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** A service with a collector: what the trace of a purchase shows whose product was busy once (docs/tracing.md). */
class SpansTest {

    private static final Duration SOON = Duration.ofSeconds(40);
    private static final TraceContext PUBLISHED =
            new TraceContext("7bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7", 1);

    @Test
    void aPurchaseIsAppliedAndReconciledUntilItIsReal() {
        var script = new Product();
        var order = RunningProvisioning.newOrder();
        var id = RunningProvisioning.idOf(order);
        script.script(
                id, call -> script.callsFor(id).size() == 1 ? new FakeServer.Response(503, "{}") : script.apply(call));
        try (var collector = new TestCollector();
                var marketplace = new FakeServer(Marketplace::order);
                var product = new FakeServer(script::answer);
                var service = new RunningProvisioning(
                        marketplace.url(),
                        Map.of(
                                "management.opentelemetry.tracing.export.otlp.endpoint", collector.endpoint(),
                                "management.opentelemetry.tracing.export.schedule-delay", "50ms",
                                "koobridge.provisioner.type", "http",
                                "koobridge.provisioner.http.url", product.url() + "/koobridge",
                                "koobridge.provisioner.http.secret", "whsec_dGVzdC1zZWNyZXQtb2YtMjQtYnl0ZXMhISE="))) {

            service.send(id, new InstancePurchased(InstanceKind.SAAS, order), PUBLISHED);

            await().atMost(SOON).untilAsserted(() -> assertThat(relations(collector.ofTrace(PUBLISHED.traceId())))
                    .containsExactlyInAnyOrder(
                            tuple("apply purchased", 5L, "applied", "published"),
                            tuple("reconcile", 1L, "progressed", "apply purchased applied"),
                            tuple("order-query", 3L, "answered", "reconcile progressed"),
                            tuple("reconcile", 1L, "failed", "apply purchased applied"),
                            tuple("CREATE", 3L, "unreadable", "reconcile failed"),
                            tuple("reconcile", 1L, "settled", "apply purchased applied"),
                            tuple("CREATE", 3L, "answered", "reconcile settled")));
            assertThat(collector.ofTrace(PUBLISHED.traceId()))
                    .filteredOn(span -> span.name().equals("reconcile"))
                    .allSatisfy(span -> assertThat(span.attributes()).containsEntry("instanceId", id))
                    .extracting(span -> span.attributes().get("attempt"))
                    .containsExactlyInAnyOrder("1", "1", "2");
        }
    }

    /** Each span with the name and outcome of its parent. */
    private static List<Tuple> relations(List<Received> spans) {
        var names = new HashMap<>(Map.of(PUBLISHED.spanId(), "published"));
        spans.forEach(span -> names.put(span.spanId(), span.name() + ' ' + outcome(span)));
        return spans.stream()
                .map(span -> tuple(span.name(), span.kind(), outcome(span), names.get(span.parentId())))
                .toList();
    }

    private static String outcome(Received span) {
        return span.attributes().getOrDefault("outcome", "");
    }
}
