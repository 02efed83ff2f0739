package io.koobridge.license.domain.code;

import java.time.Instant;

/** Whether a code may be used, in one word. Follows from what is stored and the time; the same words are labels and answers. */
public enum Standing {
    /** Usable. */
    ACTIVE,
    /** The marketplace knows it, or may, and nobody activated it. */
    NOT_ACTIVATED,
    /** The marketplace froze it: expired beyond its grace. It may come back. */
    FROZEN,
    /** What was paid for is over. It may come back. */
    EXPIRED,
    /** It never comes back. */
    RELEASED,
    /** The marketplace knows no such code, or nobody has heard from it about this one yet. */
    UNKNOWN;

    /** The strongest word first: a release is final, and a freeze counts until the marketplace takes it back, by a call or by a later query. */
    public static Standing of(AuthorizationCode code, Instant now) {
        var seen = code.sighting();
        if (code.released() || (seen != null && seen.status() == Sighting.Status.RELEASED)) {
            return RELEASED;
        }
        var frozen = code.frozen();
        if (frozen != null && frozen.value()) {
            return FROZEN;
        }
        if (code.activation().stage() == Activation.Stage.WISHED) {
            return NOT_ACTIVATED;
        }
        if (seen != null && seen.status() == Sighting.Status.UNKNOWN) {
            return UNKNOWN;
        }
        if (!code.inUse()) {
            return seen == null ? UNKNOWN : NOT_ACTIVATED;
        }
        return expired(code, now) ? EXPIRED : ACTIVE;
    }

    /** Whether the marketplace was asked on this day in Beijing. */
    public static boolean seenToday(AuthorizationCode code, Instant now) {
        var seen = code.sighting();
        return seen != null && Days.of(seen.at()).equals(Days.of(now));
    }

    /**
     * The query's word counts (license §5.3). Since it was asked, a renewal may have come, or the end: both are known without it, so that the answer is
     * right also while the marketplace is away.
     */
    private static boolean expired(AuthorizationCode code, Instant now) {
        var seen = code.sighting();
        var expiry = code.expiry();
        if (seen != null && seen.status() == Sighting.Status.EXPIRED) {
            return expiry == null
                    || !expiry.asOf().isAfter(seen.at())
                    || !expiry.value().isAfter(now);
        }
        if (expiry == null || expiry.value().isAfter(now)) {
            return false;
        }
        boolean aliveSince = seen != null
                && seen.status() == Sighting.Status.ALIVE
                && !seen.at().isBefore(expiry.value());
        return !aliveSince;
    }
}
