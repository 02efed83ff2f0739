package io.koobridge.service.reconcile;

import io.koobridge.runtime.journal.RecordingJournal;
import io.koobridge.service.Telemetry;
import io.koobridge.service.finding.RecordingFindings;
import io.koobridge.service.ledger.Entry;
import io.koobridge.service.ledger.FaultyLedgerStore;
import io.koobridge.service.ledger.Ledger;
import io.koobridge.testkit.MutableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/** A loop with all its surroundings in memory. */
final class Bench {

    static final String ID = "valve-1";
    static final Duration LEASE = Duration.ofSeconds(60);
    static final Duration GRACE = Duration.ofMinutes(2);

    final MutableClock clock = MutableClock.at(Instant.parse("2026-11-22T08:00:00Z"));
    final FaultyLedgerStore<Valve> store = new FaultyLedgerStore<>();
    final BlockingQueue<ReconcileRequest> requests = new LinkedBlockingQueue<>();
    final CopyOnWriteArrayList<Long> published = new CopyOnWriteArrayList<>();
    final RecordingJournal journal = new RecordingJournal();
    final RecordingFindings findings = new RecordingFindings();
    final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    final Ledger<Valve> ledger;
    final ReconcileLoop<Valve> loop;
    final Sweep sweep;
    volatile boolean brokerDown;

    Bench(Worker<Valve> worker) {
        var ids = new AtomicInteger();
        Supplier<String> nextId = () -> "id-" + ids.incrementAndGet();
        Requests queue = request -> Mono.fromRunnable(() -> requests.add(request));
        ledger = new Ledger<>(store, Valve.SHAPE, clock, nextId);
        loop = new ReconcileLoop<>(
                new ReconcileLoop.Subject<>(store, Valve.SHAPE),
                worker,
                (_, version) -> publish(version),
                new ReconcileLoop.Surroundings(
                        clock,
                        nextId,
                        LEASE,
                        queue,
                        new ReconcileReports(new Telemetry("bench", clock, journal, metrics), findings)));
        sweep = new Sweep(store, "valves", GRACE, new Sweep.Tools(clock, nextId, queue));
    }

    /** Applies a wish as the fact consumer would, and returns the request that follows. */
    ReconcileRequest want(boolean open) {
        var change = Objects.requireNonNull(ledger.apply(ID, Valve.wanted(open)).block());
        return new ReconcileRequest("valves", ID, change.pending().orElse("none"));
    }

    Entry<Valve> entry() {
        return Objects.requireNonNull(store.find(ID).block());
    }

    double counted(String outcome) {
        return metrics.counter("koobridge.reconcile", "service", "bench", "outcome", outcome)
                .count();
    }

    private void publish(long version) {
        if (brokerDown) {
            throw new IllegalStateException("no broker");
        }
        published.add(version);
    }
}
