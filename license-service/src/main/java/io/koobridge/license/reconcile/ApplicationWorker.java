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

/**
 * Brings one licence to where the marketplace wants it: a place among its order's, the issuer, the marketplace. Whoever dies
 * anywhere in between is followed by somebody who asks for the same place, issues the same order, finds the same bytes and
 * uploads those.
 */
public final class ApplicationWorker implements Worker<Application> {

    private static final Duration STORE_ANSWERS_WITHIN = Duration.ofSeconds(10);

    private final InstanceSource instances;
    private final KeptPlaces places;
    private final Issuing issuing;
    private final Uploading uploading;

    public ApplicationWorker(InstanceSource instances, KeptPlaces places, Issuing issuing, Uploading uploading) {
        this.instances = instances;
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
            case Stage.Denied(var denied) -> uploading.denied(denied);
            case Stage.Revoking(var revoked) -> issuing.revoked(revoked, attempt);
            case Stage.Ended(var ended) -> ended(ended);
        };
    }

    private Step<Application> placed(Application application) {
        var instance = instances.find(application.request().instanceId()).block(STORE_ANSWERS_WITHIN);
        if (instance == null) {
            return new Step.Failed<>("its instance is not known here yet");
        }
        if (instance.snapshot().phase() == Phase.RELEASED) {
            return new Step.Progressed<>(application.revoked());
        }
        return instance.orderKnown()
                ? placed(application, order(application, instance))
                : new Step.Failed<>("what was bought is not known here yet");
    }

    /** Whoever made bytes for it already made them for that order. */
    private static LicenseOrder order(Application application, KnownInstance instance) {
        var known = application.order();
        return known != null && application.progress().issuedAt() != null
                ? known
                : application.request().order(instance);
    }

    private Step<Application> placed(Application application, LicenseOrder order) {
        return application.request().withPurchase() || places.keep(application)
                ? new Step.Progressed<>(application.placed(order))
                : ended(application.withoutPlace(
                        order, "%s: the order in force has no licence left".formatted(Reason.QUOTA_USED_UP)));
    }

    private Step<Application> made(Application application, LicenseOrder order, Attempt attempt) {
        return switch (issuing.licence(application.request(), order, attempt)) {
            case Issuing.Result.Stored(var file) -> uploading.delivered(application, file, attempt);
            case Issuing.Result.Later(var after) -> new Step.Waiting<>(after);
            case Issuing.Result.Never(var why) -> ended(application.refused("issuer: " + why));
            case Issuing.Result.NotNow(var why) -> new Step.Failed<>("issuer: " + why);
        };
    }

    private static Step<Application> ended(Application application) {
        var failure = application.progress().failure();
        return failure == null || application.phase() == LicensePhase.REVOKED
                ? new Step.Settled<>(application)
                : new Step.Stopped<>(application, failure);
    }
}
