package io.koobridge.license.reconcile;

import io.koobridge.license.domain.KnownInstance;
import io.koobridge.license.ledger.LicenseBook;
import io.koobridge.service.reconcile.Attempt;
import io.koobridge.service.reconcile.Step;
import io.koobridge.service.reconcile.Worker;
import java.time.Duration;
import reactor.core.publisher.Mono;

/** Tells the licences what became of their instance: that one is due with the purchase (license §7), or that all are over. */
public final class KnownInstanceWorker implements Worker<KnownInstance> {

    private static final Duration TOLD_WITHIN = Duration.ofSeconds(10);

    private final LicenseBook licenses;

    public KnownInstanceWorker(LicenseBook licenses) {
        this.licenses = licenses;
    }

    @Override
    public Step<KnownInstance> reconcile(KnownInstance instance, Attempt attempt) {
        attempt.holdLease();
        told(instance).block(TOLD_WITHIN);
        return new Step.Settled<>(instance);
    }

    private Mono<Void> told(KnownInstance instance) {
        if (instance.released()) {
            return licenses.revoked(instance.id());
        }
        return instance.licenceDue() ? licenses.ordered(instance) : Mono.empty();
    }
}
