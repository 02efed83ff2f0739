package io.koobridge.license.reconcile;

import static java.util.Objects.requireNonNull;

import io.koobridge.license.domain.Application;
import io.koobridge.license.domain.Delivery;
import io.koobridge.license.domain.LicenseFile;
import io.koobridge.service.reconcile.Attempt;
import io.koobridge.service.reconcile.Step;
import java.time.Clock;

/** Brings stored bytes to whoever waits for them. */
public final class Uploading {

    private final Delivery delivery;
    private final KeptPlaces places;
    private final Clock clock;

    public Uploading(Delivery delivery, KeptPlaces places, Clock clock) {
        this.delivery = delivery;
        this.places = places;
        this.clock = clock;
    }

    Step<Application> delivered(Application application, LicenseFile file, Attempt attempt) {
        return application.request().withPurchase()
                ? new Step.Settled<>(application.delivered(clock.instant()))
                : uploaded(application, file, attempt);
    }

    private Step<Application> uploaded(Application application, LicenseFile file, Attempt attempt) {
        attempt.holdLease();
        var eventId = requireNonNull(application.request().eventId());
        return switch (delivery.upload(eventId, file)) {
            case Delivery.Receipt.Taken _ -> new Step.Settled<>(application.delivered(clock.instant()));
            case Delivery.Receipt.Again(var why) -> again(application, why);
            case Delivery.Receipt.Refused(var code, var why) ->
                stopped(application.issued(clock.instant()).refused("marketplace: %s %s".formatted(code, why)));
            case Delivery.Receipt.Denied(var why) ->
                new Step.Progressed<>(application.denied(clock.instant(), "marketplace: " + why));
        };
    }

    /** Written before: whoever dies in between finds that it is to be freed, and uploads nothing any more. */
    Step<Application> denied(Application application) {
        places.free(application.id());
        return stopped(application.gaveUpPlace());
    }

    /** That it is made is worth a write only when it cannot be delivered at once: the next upload follows it. */
    private Step<Application> again(Application application, String why) {
        return application.progress().issuedAt() == null
                ? new Step.Progressed<>(application.issued(clock.instant()))
                : new Step.Failed<>("marketplace: " + why);
    }

    private static Step<Application> stopped(Application application) {
        return new Step.Stopped<>(
                application, requireNonNull(application.progress().failure()));
    }
}
