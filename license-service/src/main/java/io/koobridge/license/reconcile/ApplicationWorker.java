package io.koobridge.license.reconcile;

import io.koobridge.events.Reason;
import io.koobridge.events.instance.Phase;
import io.koobridge.events.license.LicensePhase;
import io.koobridge.license.domain.Application;
import io.koobridge.license.domain.KnownInstance;
import io.koobridge.license.domain.LicenseOrder;
import io.koobridge.license.domain.Stage;
import io.koobridge.license.ledger.InstanceSource;
import io.koobridge.service.reconcile.Attempt;
import io.koobridge.service.reconcile.Step;
import io.koobridge.service.reconcile.Worker;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Brings one licence to where the marketplace wants it: a place among its order's, the issuer, the marketplace. Whoever dies
 * anywhere in between is followed by somebody who asks for the same place, issues the same order, finds the same bytes and
 * uploads those.
 */
public final class ApplicationWorker implements Worker<Application> {

    private static final Duration STORE_ANSWERS_WITHIN = Duration.ofSeconds(10);

    private final Known known;
    private final KeptPlaces places;
    private final Issuing issuing;
    private final Uploading uploading;

    /** Instances, and who else applied with the same number. */
    public record Known(InstanceSource instances, OtherDevices devices) {}

    public ApplicationWorker(Known known, KeptPlaces places, Issuing issuing, Uploading uploading) {
        this.known = known;
        this.places = places;
        this.issuing = issuing;
        this.uploading = uploading;
    }

    @Override
    public Step<Application> reconcile(Application application, Attempt attempt) {
        return switch (Stage.of(application)) {
            case Stage.Asked asked -> placed(asked.application());
            case Stage.Issuing(var known, var order) -> made(known, order, attempt);
            case Stage.Uploading(var known, var order) -> made(known, order, attempt);
            case Stage.GivingUp(var unwanted) -> gaveUp(unwanted, attempt);
            case Stage.Revoking(var revoked) -> issuing.revoked(revoked, attempt);
            case Stage.Ended(var ended) -> ended(ended);
        };
    }

    private Step<Application> placed(Application application) {
        var instance =
                known.instances().find(application.request().instanceId()).block(STORE_ANSWERS_WITHIN);
        if (instance == null) {
            return new Step.Failed<>("its instance is not known here yet");
        }
        if (instance.snapshot().phase() == Phase.RELEASED) {
            return new Step.Progressed<>(application.revoked());
        }
        return instance.orderKnown()
                ? placed(application, instance)
                : new Step.Failed<>("what was bought is not known here yet");
    }

    /** Whoever was asked for it is asked for that order. */
    private static @Nullable LicenseOrder asked(Application application) {
        return application.ordered() ? application.order() : null;
    }

    private Step<Application> placed(Application application, KnownInstance instance) {
        known.devices().note(application);
        var asked = asked(application);
        var order = asked == null ? application.request().order(instance) : asked;
        if (application.request().withPurchase()) {
            return new Step.Progressed<>(application.placed(order).asking(issuing.kind()));
        }
        var place = places.keep(application);
        if (place == null) {
            return ended(application.withoutPlace(
                    order, "%s: the order in force has no licence left".formatted(Reason.QUOTA_USED_UP)));
        }
        // A renewal may have come since the place was reserved: the licence is of the order that gave the place
        // (license §3.5).
        return new Step.Progressed<>(
                application.placed(asked == null ? order.countedFor(place) : asked).asking(issuing.kind()));
    }

    private Step<Application> made(Application application, LicenseOrder order, Attempt attempt) {
        return switch (issuing.licence(application, order, attempt)) {
            case Issuing.Result.Stored stored -> uploading.delivered(application, stored, attempt);
            case Issuing.Result.Asking(var issuer) -> new Step.Progressed<>(application.asking(issuer));
            case Issuing.Result.Later(var after) -> new Step.Waiting<>(after);
            case Issuing.Result.Never(var why) -> unmade(application, "issuer: " + why);
            case Issuing.Result.NotNow(var why) -> new Step.Failed<>("issuer: " + why);
        };
    }

    /** A place that was paid for is for a licence that somebody makes. A purchase has none to give up. */
    private static Step<Application> unmade(Application application, String why) {
        return application.request().withPurchase()
                ? ended(application.refused(why))
                : new Step.Progressed<>(application.unmade(why));
    }

    /** Written before: whoever dies in between finds that it is to be freed, and does nothing else for it. */
    private Step<Application> gaveUp(Application application, Attempt attempt) {
        attempt.holdLease();
        places.free(application);
        return ended(application.gaveUpPlace());
    }

    private static Step<Application> ended(Application application) {
        var failure = application.progress().failure();
        return failure == null || application.phase() == LicensePhase.REVOKED
                ? new Step.Settled<>(application)
                : new Step.Stopped<>(application, failure);
    }
}
