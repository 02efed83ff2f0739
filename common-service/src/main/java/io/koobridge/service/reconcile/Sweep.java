package io.koobridge.service.reconcile;

import io.koobridge.runtime.trace.Trace;
import io.koobridge.service.ledger.LedgerStore;
import io.koobridge.service.ledger.LedgerStore.Overdue;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/**
 * Finds unsettled documents whose chain of requests was lost, or ended because they are stuck, and starts a new one. The
 * older chain, if it lives after all, dies by its ticket.
 */
public final class Sweep implements Patrol {

    private static final int PAGE = 500;

    private final LedgerStore<?> store;
    private final String ledger;
    private final Duration grace;
    private final Tools tools;

    /** What the sweep needs besides its ledger. */
    public record Tools(Clock clock, Supplier<String> tickets, Requests requests) {}

    /**
     * Watches one ledger.
     *
     * @param grace how far past its due time a document counts as forgotten
     */
    public Sweep(LedgerStore<?> store, String ledger, Duration grace, Tools tools) {
        this.store = store;
        this.ledger = ledger;
        this.grace = grace;
        this.tools = tools;
    }

    @Override
    public Mono<Long> once() {
        return Mono.defer(this::page)
                .expand(found -> found < PAGE ? Mono.empty() : page())
                .reduce(0L, Long::sum);
    }

    @Override
    public String meaning() {
        return "forgotten work was taken up again";
    }

    private Mono<Long> page() {
        var now = tools.clock().instant();
        return store.overdue(now.minus(grace), now, PAGE)
                .concatMap(this::reissue)
                .count();
    }

    private Mono<Boolean> reissue(Overdue overdue) {
        var now = tools.clock().instant();
        var ticket = tools.tickets().get();
        var work = overdue.work().reissued(ticket, now);
        return store.reissue(overdue.id(), overdue.work().ticket(), work, now)
                .flatMap(won -> won
                        ? tools.requests()
                                .send(new ReconcileRequest(ledger, overdue.id(), ticket))
                                .contextWrite(Trace.within(work.trace()))
                                .thenReturn(true)
                        : Mono.just(false));
    }
}
