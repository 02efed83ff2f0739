package io.koobridge.license.reconcile;

import io.koobridge.license.ledger.SlotTable;
import io.koobridge.service.reconcile.Patrol;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Frees places whose applications were never stored: their calls were answered with a failure, and nobody made them again (design §3.5). An
 * application that was acknowledged never loses its place: neither one that still waits in the topic, nor one that its worker has not come to yet.
 */
public final class ReservationPatrol implements Patrol {

    private static final int AT_ONCE = 500;

    private final SlotTable slots;
    private final Duration kept;
    private final Stored stored;

    /**
     * What is known of applications that were acknowledged.
     *
     * @param asOf whatever was acknowledged before this time is in the ledger; empty while nobody can tell
     * @param unsettled which of these have work left
     */
    public record Stored(Supplier<Mono<Instant>> asOf, Function<List<String>, Flux<String>> unsettled) {}

    /** @param kept how long a place waits for its application, far longer than a call lasts */
    public ReservationPatrol(SlotTable slots, Duration kept, Stored stored) {
        this.slots = slots;
        this.kept = kept;
        this.stored = stored;
    }

    @Override
    public Mono<Long> once() {
        return Mono.defer(() -> stored.asOf().get())
                .map(asOf -> asOf.minus(kept))
                .flatMapMany(
                        latest -> slots.reservedBefore(latest).buffer(AT_ONCE).concatMap(some -> gone(some, latest)))
                .reduce(0L, Long::sum);
    }

    /** What is settled and only reserved was refused once, and applied for again by a call that was not stored. */
    private Flux<Long> gone(List<String> applications, Instant latest) {
        return stored.unsettled()
                .apply(applications)
                .collect(Collectors.toSet())
                .flatMapMany(unsettled ->
                        Flux.fromIterable(applications).concatMap(application -> gone(application, latest, unsettled)));
    }

    private Mono<Long> gone(String application, Instant latest, Set<String> unsettled) {
        return unsettled.contains(application)
                ? slots.confirmReservedBefore(latest, application).thenReturn(0L)
                : slots.giveUpReservedBefore(latest, application);
    }

    @Override
    public String meaning() {
        return "places that were reserved for a licence and not taken are free again";
    }
}
