package io.koobridge.service.reconcile;

import io.koobridge.runtime.trace.Span;
import io.koobridge.runtime.trace.Trace;
import io.koobridge.service.finding.CommonFinding;
import io.koobridge.service.ledger.Lease;
import io.koobridge.service.ledger.LedgerStore;
import io.koobridge.service.ledger.Shape;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Claims a document, lets the worker make reality what it wants, and gives it back (design §5). Level-triggered: a
 * request says only which document; what to do is read under the lease, and read again whenever the wanted state moved
 * while the outside world was slow.
 */
public final class ReconcileLoop<S> {

    /** A document that moves quicker than it can be worked on; the next rung goes on. */
    private static final int ROUNDS_AT_MOST = 50;
    /** An alarm that rings this much early is on time: rungs and due times come from different machines' clocks. */
    private static final Duration EARLY = Duration.ofMillis(500);

    private static final Duration SENT_WITHIN = Duration.ofSeconds(10);

    private final LedgerStore<S> store;
    private final Worker<S> worker;
    private final Snapshots<S> snapshots;
    private final Shape<S> shape;
    private final Surroundings surroundings;

    /** What the loop needs besides its ledger. */
    public record Surroundings(
            Clock clock, Supplier<String> ids, Duration lease, Requests requests, ReconcileReports reports) {}

    /** Whose documents are reconciled. */
    public record Subject<S>(LedgerStore<S> store, Shape<S> shape) {}

    /** What becomes of the chain of requests that woke the loop. */
    public enum Alarm {
        /** The chain ends here. */
        QUIET,
        /** Wake this chain again on its next rung. */
        NEXT_RUNG
    }

    public ReconcileLoop(Subject<S> subject, Worker<S> worker, Snapshots<S> snapshots, Surroundings surroundings) {
        this.store = subject.store();
        this.shape = subject.shape();
        this.worker = worker;
        this.snapshots = snapshots;
        this.surroundings = surroundings;
    }

    /**
     * Blocking, on the container's thread, to the end. An exception means that the store failed; the lease is given back
     * if the store still takes that, so that the next rung does not meet it.
     */
    public Alarm handle(ReconcileRequest request) {
        if (request.notBefore() != null && isEarly(request.notBefore())) {
            return Alarm.NEXT_RUNG;
        }
        var lease = new Lease(surroundings.ids().get(), now().plus(surroundings.lease()));
        var claim = Claim.of(request, store, surroundings.clock(), lease);
        if (claim.isEmpty()) {
            surroundings.reports().dropped(request);
            return Alarm.QUIET;
        }
        try {
            return work(request.ledger(), claim.get());
        } catch (LeaseLostException _) {
            surroundings.reports().dropped(request);
            return Alarm.QUIET;
        } catch (RuntimeException e) {
            claim.get().giveBack();
            throw e;
        }
    }

    private Alarm work(String ledger, Claim<S> claim) {
        if (isEarly(claim.work().dueAt()) && claim.postpone(claim.work())) {
            return Alarm.NEXT_RUNG;
        }
        for (int round = 0; round < ROUNDS_AT_MOST; round++) {
            var end = traced(ledger, claim);
            if (end.isPresent()) {
                return end.get();
            }
        }
        return failed(claim, "it moves quicker than it can be worked on").orElse(Alarm.NEXT_RUNG);
    }

    private Optional<Alarm> traced(String ledger, Claim<S> claim) {
        var span = surroundings.reports().begun(about(claim), claim.cause());
        try {
            return Trace.during(span.context(), () -> turn(ledger, claim, span));
        } finally {
            span.end();
        }
    }

    /** One look at the document; empty when it moved or was moved, so that it has to be looked at again. */
    private Optional<Alarm> turn(String ledger, Claim<S> claim, Span span) {
        var about = about(claim);
        var step = step(claim);
        span.tag("outcome", step.label());
        surroundings.reports().ended(about, step);
        return switch (step) {
            case Step.Progressed<S>(var next) -> {
                claim.record(next);
                yield Optional.empty();
            }
            case Step.Learned<S>(var learning) -> {
                claim.learn(learning);
                yield Optional.empty();
            }
            case Step.Settled<S>(var next) ->
                settled(claim, next, () -> surroundings.reports().cleared(claim.id(), CommonFinding.STOPPED));
            case Step.Stopped<S>(var next, var why) ->
                settled(claim, next, () -> surroundings.reports().stopped(about(claim), why));
            case Step.Waiting<S>(var after) -> {
                tell(claim);
                yield waiting(ledger, claim, after);
            }
            case Step.Resting<S>(var until) -> resting(claim, until);
            case Step.Failed<S>(var why) -> {
                tell(claim);
                yield failed(claim, why);
            }
        };
    }

    private Step<S> step(Claim<S> claim) {
        try {
            return worker.reconcile(claim.state(), claim);
        } catch (LeaseLostException e) {
            throw e;
        } catch (RuntimeException e) {
            surroundings.reports().threw(about(claim), e);
            return new Step.Failed<>(e.toString());
        }
    }

    /** Written, published under the lease, and only then done: whoever dies in between is followed by the sweep. */
    private Optional<Alarm> settled(Claim<S> claim, S next, Runnable note) {
        if (!next.equals(claim.state()) && !claim.record(next)) {
            return Optional.empty();
        }
        claim.holdLease();
        try {
            snapshots.publish(next, claim.version());
        } catch (RuntimeException e) {
            surroundings.reports().threw(about(claim), e);
            return failed(claim, "the state was not published: " + e);
        }
        note.run();
        if (claim.work().stuck(now())) {
            surroundings.reports().cleared(claim.id(), CommonFinding.STUCK);
        }
        if (!claim.settle()) {
            return Optional.empty();
        }
        surroundings.reports().changed(about(claim), shape.phase(next), claim.version());
        return Optional.of(Alarm.QUIET);
    }

    /** What became real is told although something else is left to do, which may take for ever. */
    private void tell(Claim<S> claim) {
        if (claim.recorded()) {
            claim.holdLease();
            try {
                snapshots.publish(claim.state(), claim.version());
            } catch (RuntimeException e) {
                surroundings.reports().threw(about(claim), e);
            }
        }
    }

    /** A new ticket, so that the next wait starts at the short end of the ladder. */
    private Optional<Alarm> waiting(String ledger, Claim<S> claim, Duration after) {
        var ticket = surroundings.ids().get();
        var due = now().plus(after);
        if (!claim.postpone(claim.work().renewed(ticket, due))) {
            return Optional.empty();
        }
        var id = claim.id();
        if (claim.work().stuck(now())) {
            surroundings.reports().stuck(about(claim), "it is still being worked on outside");
        }
        surroundings
                .requests()
                .send(new ReconcileRequest(ledger, id, ticket, due))
                .block(SENT_WITHIN);
        return Optional.of(Alarm.QUIET);
    }

    /**
     * Told before the rest begins, whoever wrote it: whoever died in between has told nobody. No request is sent, for nothing depends on the minute: the
     * sweep wakes whoever has rested.
     */
    private Optional<Alarm> resting(Claim<S> claim, Duration until) {
        claim.holdLease();
        try {
            snapshots.publish(claim.state(), claim.version());
        } catch (RuntimeException e) {
            surroundings.reports().threw(about(claim), e);
            return failed(claim, "the state was not published: " + e);
        }
        if (claim.work().stuck(now())) {
            surroundings.reports().cleared(claim.id(), CommonFinding.STUCK);
        }
        var end = now().plus(until);
        var rested = claim.work().rested(surroundings.ids().get(), end, end.plus(shape.patience(claim.state())));
        return claim.postpone(rested) ? Optional.of(Alarm.QUIET) : Optional.empty();
    }

    private Optional<Alarm> failed(Claim<S> claim, String why) {
        var stuck = claim.work().stuck(now());
        // A new wish climbs the ladder from its start, however long an older one has been stuck.
        var hourly = stuck && claim.number() > Ladder.rungs();
        var delay = hourly ? Ladder.STUCK : Ladder.after(claim.number());
        if (!claim.postpone(claim.work().attempted(now().plus(delay)))) {
            return Optional.empty();
        }
        if (stuck) {
            surroundings.reports().stuck(about(claim), why);
        }
        return Optional.of(hourly ? Alarm.QUIET : Alarm.NEXT_RUNG);
    }

    private ReconcileReports.Subject about(Claim<S> claim) {
        var state = claim.state();
        return new ReconcileReports.Subject(claim.id(), shape.orderId(state), shape.generation(state), claim.number());
    }

    private boolean isEarly(Instant due) {
        return now().plus(EARLY).isBefore(due);
    }

    private Instant now() {
        return surroundings.clock().instant();
    }
}
