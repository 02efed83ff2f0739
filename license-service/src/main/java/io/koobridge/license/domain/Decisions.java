package io.koobridge.license.domain;

import io.koobridge.events.Event;
import io.koobridge.events.Outcome;
import io.koobridge.events.Outcome.Applied;
import io.koobridge.events.Outcome.Refused;
import io.koobridge.events.Outcome.Unchanged;
import io.koobridge.events.Reason;
import io.koobridge.events.license.LicenseFact;
import io.koobridge.events.license.LicenseFact.LicenseApplied;
import io.koobridge.events.license.LicensePhase;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What becomes of a licence (license §3.5 with design §4). Pure, and without a clock. */
public final class Decisions {

    private Decisions() {}

    public static Outcome<Application> decide(@Nullable Application current, Event<? extends LicenseFact> event) {
        return switch (event.data()) {
            case LicenseApplied application -> applied(current, event.map(_ -> application));
        };
    }

    /**
     * One application is one licence, however often it is repeated. A repetition asks again for what was refused, and for the
     * same bytes where the marketplace had them already: its transfer may have been interrupted. In between it changes nothing. One that was promised a place
     * in the moment before that was to be given up wants it all the same.
     */
    private static Outcome<Application> applied(@Nullable Application current, Event<LicenseApplied> event) {
        if (current == null) {
            return new Applied<>(Application.applied(event));
        }
        if (current.remembers(event.id()) || current.request().withPurchase()) {
            return new Unchanged<>();
        }
        if (current.phase() == LicensePhase.REVOKED) {
            return new Refused<>(Reason.RELEASED);
        }
        return current.settled() || current.progress().leaving()
                ? new Applied<>(current.again(event))
                : new Unchanged<>();
    }

    /** There shall be the licence that comes with a purchase; that it was refused before is for whoever asks again. */
    public static Outcome<Application> ordered(@Nullable Application current, KnownInstance instance, Instant now) {
        return current == null ? new Applied<>(Application.withPurchase(instance, now)) : new Unchanged<>();
    }

    /** Its instance was released. Final. */
    public static Outcome<Application> revoke(@Nullable Application current) {
        return current == null || current.phase() == LicensePhase.REVOKED
                ? new Unchanged<>()
                : new Applied<>(current.revoked());
    }

    /** Somebody asks once more for what was refused for good. */
    public static Outcome<Application> retry(@Nullable Application current) {
        return current == null || !current.settled() || !refused(current)
                ? new Unchanged<>()
                : new Applied<>(current.again());
    }

    /** A person knows that the marketplace does not have it. Only what was refused for good and has a place still gives that up by it. */
    public static Outcome<Application> freePlace(@Nullable Application current) {
        return current != null
                        && current.settled()
                        && refused(current)
                        && current.progress().placed()
                        && !current.request().withPurchase()
                ? new Applied<>(current.notTaken())
                : new Unchanged<>();
    }

    /** The issuer says that it can be asked for again: what waits for him waits no longer. */
    public static Outcome<Application> wake(@Nullable Application current) {
        return current != null && Stage.of(current) instanceof Stage.Issuing
                ? new Applied<>(current)
                : new Unchanged<>();
    }

    private static boolean refused(Application application) {
        return application.phase() == LicensePhase.REFUSED || application.phase() == LicensePhase.DENIED;
    }
}
