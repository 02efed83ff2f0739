package io.koobridge.events.inquiry;

import io.koobridge.events.Reason;
import io.koobridge.events.license.LicenseFact.LicenseApplied;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Answer to {@code POST /internal/licenses:reserve}: whether an application gets one of the order's licences (design §3.5). Whoever
 * asks again is answered again.
 *
 * @param reason present exactly when it is refused
 */
public record LicenseReservation(Verdict verdict, @Nullable Reason reason) {

    /** What became of the application. */
    public enum Verdict {
        /** It has its place; the licence is on its way. */
        RESERVED,
        /** It has its place, and the marketplace has the licence. */
        DELIVERED,
        /** It gets none. */
        REFUSED,
        /** Its instance, or what was bought, is not known here yet. */
        NOT_YET
    }

    public LicenseReservation {
        if ((verdict == Verdict.REFUSED) == (reason == null)) {
            throw new IllegalArgumentException("verdict %s with reason %s".formatted(verdict, reason));
        }
    }

    /**
     * The question.
     *
     * @param asOf the time that the marketplace signed
     */
    public record Question(LicenseApplied application, Instant asOf) {}

    public static LicenseReservation of(Verdict verdict) {
        return new LicenseReservation(verdict, null);
    }

    public static LicenseReservation refused(Reason reason) {
        return new LicenseReservation(Verdict.REFUSED, reason);
    }
}
