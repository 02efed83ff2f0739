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
    private static final int PER_SECOND = 26;
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
     * Buys half of them in V1, half in V2. Kills while the ledger takes the purchases down. Returns when the victims serve again and the ledger has them all;
     * most of what has to be done about them is still undone.
     */
    void killWhileBuying(int count, Part... victims) {
        changeSomeOfWhatWasBought();
        int before = bought;
        bought += count;
        var runs = Stream.of("V1", "V2")
                .map(edition -> marketplace.buy(edition, count / 2, DUPLICATE_PERCENT, PER_SECOND / 2))
                .toList();
        awaitInLedger(before + count / 10);

        long begin = System.nanoTime();
        for (Part victim : victims) {
            suite.kill(victim);
        }
        assertThat(runs.stream().mapToInt(run -> marketplace.run(run).started()).sum())
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
        var purchases = marketplace.purchases(bought);
        return Stream.concat(
                        report.stream(),
                        Stream.of(
                                "purchases: %d, newInstance calls: %d, polls: %d"
                                        .formatted(
                                                bought,
                                                summary.path("attempts").asLong(),
                                                summary.path("polls").asLong()),
                                "slowest in V2 from acknowledged to ready: %.1f s"
                                        .formatted(slowest(purchases, "V2", "acceptedAt", "readyAt")),
                                "slowest in V1 from paid to acknowledged: %.1f s"
                                        .formatted(slowest(purchases, "V1", "createdAt", "acceptedAt")),
                                "changed wishes: %d, calls of the product: %d"
                                        .formatted(wanted.size(), recording.calls())))
                .reduce("", (text, line) -> text + "  " + line + "\n");
    }

    /** In seconds. V1 acknowledges what is ready: there is nothing between the two (saas-v1 §1.2). */
    private static double slowest(List<JsonNode> purchases, String edition, String from, String until) {
        return purchases.stream()
                        .filter(purchase -> purchase.path("edition").asString().equals(edition))
                        .mapToLong(purchase -> Duration.between(
                                        Instant.parse(purchase.path(from).asString()),
                                        Instant.parse(purchase.path(until).asString()))
                                .toMillis())
                        .max()
                        .orElseThrow()
                / 1000.0;
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }
}
