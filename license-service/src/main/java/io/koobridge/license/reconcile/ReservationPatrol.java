package io.koobridge.license.reconcile;

import io.koobridge.license.ledger.SlotTable;
import io.koobridge.service.reconcile.Patrol;
import java.time.Clock;
import java.time.Duration;
import reactor.core.publisher.Mono;

/** Frees places whose applications were never stored: their calls were answered with a failure, and nobody made them again (design §3.5). */
public final class ReservationPatrol implements Patrol {

    private final SlotTable slots;
    private final Duration kept;
    private final Clock clock;

    /** @param kept how long a place waits for its application */
    public ReservationPatrol(SlotTable slots, Duration kept, Clock clock) {
        this.slots = slots;
        this.kept = kept;
        this.clock = clock;
    }

    @Override
    public Mono<Long> once() {
        return Mono.defer(() -> slots.giveUpReservedBefore(clock.instant().minus(kept)));
    }

    @Override
    public String meaning() {
        return "places that were reserved for a licence and not taken are free again";
    }
}
