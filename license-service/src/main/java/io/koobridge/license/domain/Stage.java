package io.koobridge.license.domain;

import io.koobridge.events.license.LicensePhase;

/** What is to be done for a licence next, a type per stage. What is to be done for it at all, {@link Decisions} says. */
public sealed interface Stage {

    Application application();

    static Stage of(Application application) {
        var progress = application.progress();
        var order = application.order();
        if (application.settled()) {
            return new Ended(application);
        }
        if (progress.phase() == LicensePhase.REVOKED) {
            return new Revoking(application);
        }
        if (progress.phase() == LicensePhase.DENIED || progress.phase() == LicensePhase.REFUSED) {
            return new GivingUp(application);
        }
        if (order == null || !progress.placed()) {
            return new Asked(application);
        }
        return progress.issuedAt() == null ? new Issuing(application, order) : new Uploading(application, order);
    }

    /** It needs a place among its order's licences, and perhaps nobody knows yet which order that is. */
    record Asked(Application application) implements Stage {}

    /** The issuer may have been asked already, and nobody knows what he said. */
    record Issuing(Application application, LicenseOrder order) implements Stage {}

    /** Its bytes are there. */
    record Uploading(Application application, LicenseOrder order) implements Stage {}

    /** Nobody needs the licence or nobody makes it, and its place is not free yet. */
    record GivingUp(Application application) implements Stage {}

    /** Its instance was released, and whoever made it does not know yet. */
    record Revoking(Application application) implements Stage {}

    /** Nothing is left to do. */
    record Ended(Application application) implements Stage {}
}
