package io.koobridge.tenant.reconcile;

import io.koobridge.service.reconcile.Attempt;
import io.koobridge.service.reconcile.Step;
import io.koobridge.service.reconcile.Worker;
import io.koobridge.tenant.domain.Tenant;

/** Brings one tenant to where the marketplace wants it: its departments a tree, and the seller's directory as they and its users are. */
public final class TenantWorker implements Worker<Tenant> {

    private final OrganisationReview review;
    private final Propagation propagation;

    public TenantWorker(OrganisationReview review, Propagation propagation) {
        this.review = review;
        this.propagation = propagation;
    }

    @Override
    public Step<Tenant> reconcile(Tenant tenant, Attempt attempt) {
        if (!tenant.organisation().reviewed()) {
            return review.step(tenant, attempt);
        }
        if (!tenant.mirrored()) {
            propagation.everybody(tenant, attempt);
            return new Step.Progressed<>(tenant.toBeTold());
        }
        return propagation.step(tenant, attempt);
    }
}
