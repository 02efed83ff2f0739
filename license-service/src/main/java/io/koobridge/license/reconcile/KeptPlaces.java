package io.koobridge.license.reconcile;

import static java.util.Objects.requireNonNull;

import io.koobridge.events.Event;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.license.LicenseFact.LicenseApplied;
import io.koobridge.license.domain.Application;
import io.koobridge.license.ledger.Places;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** {@link Places} for a worker, who waits for them. */
public final class KeptPlaces {

    private static final String SOURCE = "/license-service";
    private static final Duration STORE_ANSWERS_WITHIN = Duration.ofSeconds(10);

    private final Places places;

    public KeptPlaces(Places places) {
        this.places = places;
    }

    /** Repeatable: whoever has a place keeps that one. The order that it is of; absent when none is left. */
    public @Nullable OrderKey keep(Application application) {
        return places.keep(applied(application), application.generation()).block(STORE_ANSWERS_WITHIN);
    }

    public void free(Application application) {
        places.free(application.id(), application.generation()).block(STORE_ANSWERS_WITHIN);
    }

    /** As it came last. */
    private static Event<LicenseApplied> applied(Application application) {
        var request = application.request();
        return new Event<>(
                application.memory().getFirst(),
                request.licenseId(),
                SOURCE,
                request.askedAt(),
                request.askedAt(),
                null,
                new LicenseApplied(
                        request.instanceId(),
                        requireNonNull(request.eventId(), "a licence with a purchase needs no place"),
                        request.fingerprint(),
                        request.effectiveAt(),
                        request.expiresAt()));
    }
}
