package io.koobridge.benchmark.load.ledger;

import io.koobridge.benchmark.load.process.Meters;
import io.koobridge.events.Event;
import io.koobridge.events.instance.InstanceFact;
import io.koobridge.stack.process.StackFailure;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Rounds of facts against one running service, each beside single writes on the same store a moment before. */
final class FactRounds {

    /** For each fact: what the driver repeats, and the few reconciles that a slow marketplace lets through. */
    private static final double STRAY_WRITES = 0.25;

    private final FactFeed feed;
    private final Meters meters;
    private final SingleWrites store;
    private final LedgerView ledger;
    private final long service;
    private int sold;

    FactRounds(FactFeed feed, Meters meters, SingleWrites store, Service service) {
        this.feed = feed;
        this.meters = meters;
        this.store = store;
        this.ledger = service.ledger();
        this.service = service.pid();
    }

    /** The service that applies the facts, and its ledger. */
    record Service(long pid, LedgerView ledger) {}

    /**
     * What one round gave.
     *
     * @param inserts of single documents in a second
     */
    record Round(double inserts, Applied purchases, Applied freezes) {

        /** Writes that facts made in a second, as a part of what the store gives. */
        double share(Applied applied) {
            return applied.facts() * applied.writesEach() / inserts;
        }
    }

    /**
     * Facts of one kind.
     *
     * @param facts applied in a second
     * @param writesEach as the service's driver counted them, without its stray ones
     */
    record Applied(double facts, int writesEach) {}

    /** So many new instances are bought, and frozen after that, while none of them can be made real. */
    Round round(int count) throws InterruptedException {
        var instances = IntStream.range(sold, sold + count).mapToObj(Sold::new).toList();
        sold += count;
        var inserts = store.perSecond(ledger.document(new Sold(0)), count);
        var purchases = apply("purchased", 3, instances, each -> each.purchased(Instant.now()));
        var freezes = apply("frozen", 1, instances, each -> each.frozen(Instant.now()));
        ledger.requireFrozen(instances);
        return new Round(inserts, purchases, freezes);
    }

    /** The first instance, whose document the single writes copy. */
    void open() throws InterruptedException {
        var first = new Sold(sold++);
        feed.awaitDone(feed.publish(List.of(first.purchased(Instant.now()))));
    }

    private Applied apply(
            String fact, int writesEach, List<Sold> instances, Function<Sold, Event<InstanceFact>> wording)
            throws InterruptedException {
        var before = meters.read();
        FactFeed.Mark mark;
        long begin;
        try (var _ = new Suspended(service)) {
            mark = feed.publish(instances.stream().map(wording).toList());
            begin = System.nanoTime();
        }
        feed.awaitDone(mark);
        double seconds = (System.nanoTime() - begin) / 1e9;
        var after = meters.read();
        require(fact, after.facts(fact, "applied") - before.facts(fact, "applied"), instances.size());
        requireWrites(fact, (double) (after.writes() - before.writes()) / instances.size(), writesEach);
        return new Applied(instances.size() / seconds, writesEach);
    }

    private static void require(String fact, long applied, int published) {
        if (applied != published) {
            throw new StackFailure("Of %d facts '%s' %d were applied".formatted(published, fact, applied));
        }
    }

    private static void requireWrites(String fact, double counted, int expected) {
        if (counted < expected || counted > expected + STRAY_WRITES) {
            throw new StackFailure("A fact '%s' makes %.2f writes, not %d: the table would not be honest"
                    .formatted(fact, counted, expected));
        }
    }
}
