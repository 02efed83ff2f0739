package io.koobridge.system.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.koobridge.events.instance.InstanceFact.InstanceFrozen;
import io.koobridge.events.instance.InstanceFact.InstanceUnfrozen;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Buys, changes what is wanted, and kills in the middle of it. */
final class Ordeal {

    private static final int DUPLICATE_PERCENT = 20;
    private static final int PER_SECOND = 25;
    private static final int CHANGES_IN_A_ROUND = 30;
    private static final Duration TIME_TO_RECOVER = Duration.ofMinutes(4);

    private final Suite suite;
    private final Marketplace marketplace;
    private final Facts facts;
    private final Ledger ledger;
    private final Map<String, String> wanted = new TreeMap<>();
    private final List<String> report = new ArrayList<>();
    private int bought;

    Ordeal(Suite suite, Marketplace marketplace, Facts facts, Ledger ledger) {
        this.suite = suite;
        this.marketplace = marketplace;
        this.facts = facts;
        this.ledger = ledger;
    }

    /**
     * Kills while the ledger takes the purchases down. Returns when the victims serve again and the ledger has them all;
     * most of what has to be done about them is still undone.
     */
    void killWhileBuying(int count, Part... victims) {
        changeSomeOfWhatWasBought();
        int before = bought;
        bought += count;
        var run = marketplace.buy(count, DUPLICATE_PERCENT, PER_SECOND);
        awaitInLedger(before + count / 5);

        long begin = System.nanoTime();
        for (Part victim : victims) {
            suite.kill(victim);
        }
        assertThat(marketplace.run(run).started())
                .as("purchases when the kill was over")
                .isLessThan(count);

        for (Part victim : victims) {
            suite.awaitServing(victim);
        }
        report.add("%s back after %.1f s".formatted(List.of(victims), seconds(begin)));
        awaitInLedger(bought);
        report.add("  and the ledger knew all purchases after %.1f s".formatted(seconds(begin)));
    }

    private void awaitInLedger(int purchases) {
        await("%d purchases in the ledger".formatted(purchases))
                .atMost(TIME_TO_RECOVER)
                .ignoreExceptions()
                .until(() -> ledger.size() >= purchases);
    }

    /**
     * Freezes some of the newest, ready or not, and thaws most of them at once. The facts are written as a gateway writes
     * them, so that they arrive however dead the gateway is.
     */
    private void changeSomeOfWhatWasBought() {
        var acknowledged = marketplace.purchases(bought).stream()
                .filter(purchase -> Set.of("ACCEPTED", "READY")
                        .contains(purchase.path("status").asString()))
                .map(purchase -> purchase.path("instanceId").asString())
                .filter(id -> !wanted.containsKey(id))
                .limit(CHANGES_IN_A_ROUND)
                .toList();
        for (String id : acknowledged) {
            var now = Instant.now();
            facts.tell(id, now, new InstanceFrozen());
            wanted.put(id, "FROZEN");
            if (wanted.size() % 3 > 0) {
                facts.tell(id, now.plusMillis(1), new InstanceUnfrozen());
                wanted.put(id, "ACTIVE");
            }
        }
    }

    /** Waits until everything that was bought is ready and nobody has anything left to do. */
    void awaitQuiet() throws Exception {
        long begin = System.nanoTime();
        facts.awaitAcknowledged();
        await("every purchase to be ready")
                .atMost(TIME_TO_RECOVER)
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> assertThat(marketplace.inStatus("READY"))
                        .as("ready purchases; %s", marketplace.summary())
                        .isEqualTo(bought));
        report.add("all ready %.1f s after the last kill was over".formatted(seconds(begin)));
        await("the ledger to be settled")
                .atMost(TIME_TO_RECOVER)
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() ->
                        assertThat(ledger.unsettled()).as("unsettled documents").isEmpty());
        report.add("all settled after %.1f s".formatted(seconds(begin)));
    }

    /** What was wanted last of the instances whose wish changed; all others are ACTIVE. */
    Map<String, String> wanted() {
        return Map.copyOf(wanted);
    }

    String report(Recording recording) {
        var summary = marketplace.summary();
        var slowest = marketplace.purchases(bought).stream()
                .mapToLong(Ordeal::millisToReady)
                .max()
                .orElseThrow();
        return Stream.concat(
                        report.stream(),
                        Stream.of(
                                "purchases: %d, newInstance calls: %d, polls: %d"
                                        .formatted(
                                                bought,
                                                summary.path("attempts").asLong(),
                                                summary.path("polls").asLong()),
                                "slowest from acknowledged to ready: %.1f s".formatted(slowest / 1000.0),
                                "changed wishes: %d, calls of the product: %d"
                                        .formatted(wanted.size(), recording.calls())))
                .reduce("", (text, line) -> text + "  " + line + "\n");
    }

    private static long millisToReady(JsonNode purchase) {
        return Duration.between(
                        Instant.parse(purchase.path("acceptedAt").asString()),
                        Instant.parse(purchase.path("readyAt").asString()))
                .toMillis();
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }
}
