package io.koobridge.license.reconcile.code;

import io.koobridge.events.license.CodeFact;
import io.koobridge.events.license.CodeId;
import io.koobridge.license.domain.code.AuthorizationCode;
import io.koobridge.license.domain.code.CodeDecisions;
import io.koobridge.license.domain.code.CodeDecisions.Unseen;
import io.koobridge.license.domain.code.CodeMarket.Named;
import io.koobridge.license.domain.code.CodeWishes;
import io.koobridge.license.domain.code.Codes;
import io.koobridge.license.domain.code.Standing;
import io.koobridge.license.domain.code.Usage;
import io.koobridge.license.ledger.code.CodeShape;
import io.koobridge.runtime.journal.RecordingJournal;
import io.koobridge.service.Telemetry;
import io.koobridge.service.finding.RecordingFindings;
import io.koobridge.service.ledger.Entry;
import io.koobridge.service.ledger.InMemoryLedgerStore;
import io.koobridge.service.ledger.Ledger;
import io.koobridge.service.reconcile.Attempt;
import io.koobridge.service.reconcile.ReconcileLoop;
import io.koobridge.service.reconcile.ReconcileReports;
import io.koobridge.service.reconcile.ReconcileRequest;
import io.koobridge.service.reconcile.Requests;
import io.koobridge.service.reconcile.Step;
import io.koobridge.service.reconcile.Sweep;
import io.koobridge.service.reconcile.Worker;
import io.koobridge.testkit.MutableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The worker of codes with the real loop, all else in memory. */
final class CodeBench {

    static final Duration PAUSE = Duration.ofMinutes(10);

    /** The finding that {@link Codes#CODE} is left to a person. */
    static final String STOPPED = "STOPPED|" + CodeId.of(Codes.CODE);

    final MutableClock clock = MutableClock.at(Codes.NOW);
    final FakeMarket market = new FakeMarket(clock);
    final RecordingFindings findings = new RecordingFindings();
    final RecordingJournal journal = new RecordingJournal();
    private final Worker<AuthorizationCode> worker;
    private final InMemoryLedgerStore<AuthorizationCode> store = new InMemoryLedgerStore<>();
    private final Queue<ReconcileRequest> queue = new ArrayDeque<>();
    private final Map<String, String> known = new LinkedHashMap<>();
    private final Ledger<AuthorizationCode> ledger;
    private final ReconcileLoop<AuthorizationCode> loop;
    private final Sweep sweep;
    private int facts;

    CodeBench(boolean together) {
        var ids = new AtomicInteger();
        Supplier<String> nextId = () -> "id-" + ids.incrementAndGet();
        Requests requests = request -> Mono.fromRunnable(() -> queue.add(request));
        var shape = new CodeShape();
        ledger = new Ledger<>(store, shape, clock, nextId);
        var single = new SingleActivation(market, clock);
        Activator activator = together
                ? new BatchActivation(
                        new BatchActivation.Book("license-codes", () -> ledger, this::beside, requests),
                        market,
                        single,
                        clock)
                : single;
        worker = new CodeWorker(activator, market, new UsageReport(market, findings, PAUSE, clock), clock);
        loop = new ReconcileLoop<>(
                new ReconcileLoop.Subject<>(store, shape),
                worker,
                (_, _) -> {},
                new ReconcileLoop.Surroundings(
                        clock,
                        nextId,
                        Duration.ofSeconds(60),
                        requests,
                        new ReconcileReports(
                                new Telemetry("bench", clock, journal, new SimpleMeterRegistry()), findings)));
        sweep = new Sweep(store, "license-codes", Duration.ofSeconds(1), new Sweep.Tools(clock, nextId, requests));
    }

    private Flux<Named> beside(String id, @Nullable Instant at, Instant now) {
        return Flux.fromIterable(known.entrySet())
                .filter(each -> !each.getKey().equals(id)
                        && state(each.getValue()).activation().due(now)
                        && Objects.equals(state(each.getValue()).activation().effectiveAt(), at))
                .map(each -> new Named(each.getKey(), each.getValue()));
    }

    void activate(String code) {
        apply(code, current -> CodeWishes.activate(current, code, null, clock.instant()));
    }

    /** Sold, activated and looked up; the market's calls begin anew. */
    void inUse(String code) {
        market.sells(code);
        activate(code);
        work();
        market.calls.clear();
    }

    void check(String code) {
        apply(code, current -> CodeWishes.check(current, code, clock.instant()));
    }

    void use(String code, Usage.Entry entry) {
        apply(code, current -> CodeWishes.use(current, code, entry, new CodeWishes.Due(clock.instant(), PAUSE)));
    }

    void tell(String code, CodeFact fact) {
        var event = Codes.event("f" + facts++, fact, clock.instant()).about(CodeId.of(code));
        apply(code, current -> CodeDecisions.decide(current, event, Unseen.ACCEPT));
    }

    void retry(String code) {
        apply(code, CodeDecisions::retry);
    }

    private void apply(String code, Ledger.Decision<AuthorizationCode> decision) {
        var id = CodeId.of(code);
        known.put(id, code);
        var change = Objects.requireNonNull(ledger.apply(id, decision).block());
        change.pending().ifPresent(ticket -> queue.add(new ReconcileRequest("license-codes", id, ticket)));
    }

    /** Handles what was requested, and what that requests. */
    void work() {
        for (var next = queue.poll(); next != null; next = queue.poll()) {
            loop.handle(next);
        }
    }

    /** Time passes, and whoever is due is woken. */
    void later(Duration time) {
        clock.advance(time);
        var _ = Objects.requireNonNull(sweep.once().block());
        work();
    }

    /** One step of somebody who dies before what he learned is written down. */
    Step<AuthorizationCode> unrecorded(String code) {
        return worker.reconcile(state(code), new Attempt() {

            @Override
            public int number() {
                return 1;
            }

            @Override
            public void holdLease() {
                // Held by nobody else.
            }
        });
    }

    Entry<AuthorizationCode> entry(String code) {
        return Objects.requireNonNull(store.find(CodeId.of(code)).block());
    }

    AuthorizationCode state(String code) {
        return entry(code).state();
    }

    Standing standing(String code) {
        return Standing.of(state(code), clock.instant());
    }
}
