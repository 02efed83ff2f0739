package io.koobridge.tenant.reconcile;

import io.koobridge.service.reconcile.Patrol;
import io.koobridge.tenant.ledger.SyncRuns;
import java.time.Clock;
import reactor.core.publisher.Mono;

/** Forgets runs whose facts are kept no more. */
public final class OldRuns implements Patrol {

    private final SyncRuns runs;
    private final Clock clock;

    public OldRuns(SyncRuns runs, Clock clock) {
        this.runs = runs;
        this.clock = clock;
    }

    @Override
    public Mono<Long> once() {
        return runs.forgetOld(clock.instant());
    }

    @Override
    public String meaning() {
        return "runs of whole lists that nobody can replay any more are forgotten";
    }
}
