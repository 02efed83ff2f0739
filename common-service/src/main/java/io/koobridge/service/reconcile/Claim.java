package io.koobridge.service.reconcile;

import io.koobridge.events.TraceContext;
import io.koobridge.runtime.trace.Trace;
import io.koobridge.service.ledger.Entry;
import io.koobridge.service.ledger.Lease;
import io.koobridge.service.ledger.LedgerStore;
import io.koobridge.service.ledger.Work;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** One held lease and the document under it, as last seen. Lives on one thread, from the claim to its end. */
final class Claim<S> implements Attempt {

    /** A store that does not answer for so long is down; the request comes again. */
    private static final Duration STORE_ANSWERS_WITHIN = Duration.ofSeconds(10);

    private static final int CONFLICTS_AT_MOST = 100;
    private static final Logger log = LoggerFactory.getLogger(Claim.class);

    private final LedgerStore<S> store;
    private final Clock clock;
    private final Duration leaseTime;
    private final String holder;
    private Instant heldUntil;
    private Entry<S> entry;
    private boolean recorded;

    private Claim(LedgerStore<S> store, Clock clock, Duration leaseTime, Lease lease, Entry<S> entry) {
        this.store = store;
        this.clock = clock;
        this.leaseTime = leaseTime;
        this.holder = lease.holder();
        this.heldUntil = lease.until();
        this.entry = entry;
    }

    /** Empty when the ticket is not the current one or somebody else works on the document. */
    static <S> Optional<Claim<S>> of(ReconcileRequest request, LedgerStore<S> store, Clock clock, Lease lease) {
        var now = clock.instant();
        var leaseTime = Duration.between(now, lease.until());
        return Optional.ofNullable(await(store.claim(request.id(), request.ticket(), lease, now)))
                .map(entry -> new Claim<>(store, clock, leaseTime, lease, entry));
    }

    S state() {
        return entry.state();
    }

    long version() {
        return entry.version();
    }

    Work work() {
        return Objects.requireNonNull(entry.work(), "a claimed document has work");
    }

    /** Whatever the request was told of it, the document knows better. */
    @Nullable TraceContext cause() {
        var known = work().trace();
        return known == null ? Trace.current() : known;
    }

    @Override
    public int number() {
        return work().attempt() + 1;
    }

    /** One that still lasts as long as a call may needs no write. */
    @Override
    public void holdLease() {
        var now = clock.instant();
        if (heldUntil.isAfter(now.plus(Lease.outlasting(leaseTime)))) {
            return;
        }
        var renewed = new Lease(holder, now.plus(leaseTime));
        if (!yes(store.renew(id(), renewed))) {
            throw new LeaseLostException(id());
        }
        heldUntil = renewed.until();
    }

    /** Writes what was seen as the next version; false when the document moved meanwhile, and it is read anew. */
    boolean record(S next) {
        if (!yes(store.record(id(), version(), holder, next, null))) {
            return movedOn();
        }
        entry = new Entry<>(id(), next, version() + 1, entry.work(), entry.lease());
        recorded = true;
        return true;
    }

    /** Writes what was learned into the document as it is, however often it moves meanwhile. */
    void learn(UnaryOperator<S> learning) {
        for (int i = 0; i < CONFLICTS_AT_MOST; i++) {
            if (record(learning.apply(state()))) {
                return;
            }
        }
        throw new IllegalStateException(
                "what was learned of %s could not be written: it moved %d times".formatted(id(), CONFLICTS_AT_MOST));
    }

    /** Whether anything was written since the claim. */
    boolean recorded() {
        return recorded;
    }

    /** Ends the work if the document is still as recorded; false when it moved meanwhile, and it is read anew. */
    boolean settle() {
        return yes(store.settle(id(), version(), holder)) || movedOn();
    }

    /** Gives the document back until later; false when the document moved meanwhile, and it is read anew. */
    boolean postpone(Work later) {
        return yes(store.postpone(id(), holder, work().ticket(), later)) || movedOn();
    }

    /** Leaves the document as if this had been an attempt that failed. Never throws: the sweep would find it too. */
    void giveBack() {
        try {
            var next = clock.instant().plus(Ladder.after(number()));
            await(store.postpone(id(), holder, work().ticket(), work().attempted(next)));
        } catch (RuntimeException e) {
            log.atDebug()
                    .addKeyValue("instanceId", id())
                    .addKeyValue("attempt", number())
                    .setCause(e)
                    .log("the lease could not be given back; it runs out");
        }
    }

    private boolean movedOn() {
        var found = await(store.find(id()));
        if (found == null || !found.heldBy(holder) || found.work() == null) {
            throw new LeaseLostException(id());
        }
        entry = found;
        return false;
    }

    String id() {
        return entry.id();
    }

    private static boolean yes(Mono<Boolean> answer) {
        return Boolean.TRUE.equals(await(answer));
    }

    private static <T> @Nullable T await(Mono<T> answer) {
        return answer.block(STORE_ANSWERS_WITHIN);
    }
}
