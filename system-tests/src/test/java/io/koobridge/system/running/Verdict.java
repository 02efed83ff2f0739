package io.koobridge.system.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** What must be true after everything that happened. */
final class Verdict {

    /** As many as one {@code queryInstance} may name. */
    private static final int TOGETHER = 100;

    private final Suite suite;
    private final Marketplace marketplace;
    private final Recording recording;

    Verdict(Suite suite, Marketplace marketplace, Recording recording) {
        this.suite = suite;
        this.marketplace = marketplace;
        this.recording = recording;
    }

    Verdict everythingBoughtIsThereOnce(int bought, int repeated) {
        var summary = marketplace.summary();
        assertThat(summary.path("total").asInt()).isEqualTo(bought);
        assertThat(summary.path("attempts").asInt()).isGreaterThanOrEqualTo(bought + repeated);
        assertThat(marketplace.violations().path("violations").valueStream()).isEmpty();

        var instances = new TreeMap<String, String>();
        for (JsonNode purchase : marketplace.purchases(bought)) {
            var ids = acknowledgedIds(purchase);
            assertThat(ids)
                    .as("ids that %s was acknowledged with", purchase.path("orderId"))
                    .hasSize(1);
            instances.put(purchase.path("orderId").asString(), ids.iterator().next());
        }
        assertThat(instances).hasSize(bought);
        assertThat(instances.values()).doesNotHaveDuplicates();

        var provisioned = new TreeMap<String, Set<String>>();
        instances.forEach((order, instance) -> provisioned.put(order, Set.of(instance)));
        assertThat(recording.instancesByOrder()).isEqualTo(provisioned);

        var addresses = addressesOf(new ArrayList<>(instances.values()));
        assertThat(addresses.keySet()).isEqualTo(new HashSet<>(instances.values()));
        assertThat(addresses.values()).doesNotHaveDuplicates();
        return this;
    }

    /** Of the attempts that the simulator still remembers, and of the purchase itself. */
    private static Set<String> acknowledgedIds(JsonNode purchase) {
        var ids = new HashSet<String>();
        ids.add(purchase.path("instanceId").asString());
        purchase.path("attempts")
                .valueStream()
                .filter(attempt -> attempt.path("reason").isNull())
                .forEach(attempt -> ids.add(attempt.path("instanceId").asString()));
        return ids;
    }

    /** Asked once more, after all that was killed: ready is not enough if it is forgotten again. */
    private Map<String, String> addressesOf(List<String> ids) {
        var buyer = new Buyer(suite.url("KOOBRIDGE_GATEWAY_URL"), suite.variable("KOOBRIDGE_KEY_BASE"));
        var addresses = new TreeMap<String, String>();
        for (int from = 0; from < ids.size(); from += TOGETHER) {
            addresses.putAll(buyer.addresses(ids.subList(from, Math.min(ids.size(), from + TOGETHER))));
        }
        return addresses;
    }

    Verdict theProductWasAskedInOrder(Map<String, String> wanted, Ledger ledger) {
        assertThat(recording.refused()).as("calls whose signature was wrong").isZero();
        assertThat(recording.overtaken())
                .as("calls after a higher generation was acknowledged")
                .isEmpty();
        assertThat(recording.besideAnother())
                .as("calls beside another about the same instance")
                .isEmpty();
        var made = recording.lastMade();
        assertThat(made).containsAllEntriesOf(wanted);
        assertThat(made)
                .allSatisfy((instance, state) -> assertThat(state).isEqualTo(wanted.getOrDefault(instance, "ACTIVE")));
        assertThat(recording.acknowledgedGenerations()).isEqualTo(ledger.generations());
        return this;
    }

    void nothingWasPutAside(Facts facts, Ledger ledger) throws Exception {
        assertThat(facts.deadLetters()).as("dead letters").isZero();
        assertThat(ledger.findings()).as("findings").isZero();
        assertThat(ledger.unsettled()).as("unsettled documents").isEmpty();
    }
}
