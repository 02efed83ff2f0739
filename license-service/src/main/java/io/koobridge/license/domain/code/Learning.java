package io.koobridge.license.domain.code;

import io.koobridge.license.domain.code.CodeMarket.Activated;
import io.koobridge.license.domain.code.CodeMarket.Looked;
import io.koobridge.license.domain.code.Sighting.Status;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * What the marketplace's answers make of a code. Pure. While it was asked the software may have wished something, and it may have told something: each
 * answer is learned by the code as it became, and says nothing of what came after the question.
 */
public final class Learning {

    private Learning() {}

    /** It is in use from now on; its end is an estimate, so the query is due (license §5.3). */
    public static AuthorizationCode activated(AuthorizationCode code, Activated told, Instant now) {
        var end = told.estimatedEnd();
        // Older than whatever anybody tells.
        var next = code.expiry() == null && end != null ? code.withExpiry(new Told<>(end, Instant.EPOCH)) : code;
        return next.withActivation(code.activation().done())
                .withBought(told.bought())
                .withQueryAt(now);
    }

    /** The user has to collect it first, for example (92020004). */
    public static AuthorizationCode notYet(AuthorizationCode code, Activation.Answer said, Instant next) {
        return code.withActivation(code.activation().notYet(said, next));
    }

    public static AuthorizationCode refused(AuthorizationCode code, Activation.Answer said) {
        return code.withActivation(code.activation().refused(said));
    }

    /** A refusal of one effect time says nothing of another one that was wished since. */
    public static AuthorizationCode answered(
            AuthorizationCode code, AuthorizationCode asked, UnaryOperator<AuthorizationCode> refusal) {
        var wish = code.activation();
        return wish.stage() == Activation.Stage.WISHED
                        && Objects.equals(wish.effectiveAt(), asked.activation().effectiveAt())
                ? refusal.apply(code)
                : code;
    }

    /** Of a code that was activated or asked for since, "not in use" is news of before; and whoever asked since is still to be told. */
    public static AuthorizationCode looked(AuthorizationCode code, AuthorizationCode asked, Looked looked) {
        if (!looked.sighting().shownInUse() && !code.activation().equals(asked.activation())) {
            return code;
        }
        var due = code.queryAt();
        var next = looked(code, looked);
        return due == null || due.equals(asked.queryAt()) ? next : next.withQueryAt(due);
    }

    /** What was told after the question was asked is newer than the answer. */
    public static AuthorizationCode looked(AuthorizationCode code, Looked looked) {
        var sighting = looked.sighting();
        var next = code.withSighting(sighting).withBought(looked.bought());
        var end = looked.expiresAt();
        var known = code.expiry();
        if (end != null && (known == null || !known.asOf().isAfter(sighting.at()))) {
            next = next.withExpiry(new Told<>(end, sighting.at()));
        }
        next = next.withThaw(sighting);
        if (sighting.shownInUse()) {
            return code.inUse() ? next : next.withActivation(code.activation().done());
        }
        return code.inUse() && sighting.status() == Status.NOT_ACTIVATED ? next.withActivation(Activation.NONE) : next;
    }

    /**
     * The marketplace took these.
     *
     * @param next when others are reported
     */
    public static AuthorizationCode reported(
            AuthorizationCode code, List<Usage.Entry> entries, Instant now, Instant next) {
        return code.withUsage(code.usage().reported(entries, now, next));
    }

    /** Reported as not in use: nobody knows better than the query (92020011). */
    public static AuthorizationCode notInUse(AuthorizationCode code, Instant now, Instant next) {
        return code.withUsage(code.usage().later(next)).withQueryAt(now);
    }

    /** For what is in these. */
    public static AuthorizationCode entriesRefused(AuthorizationCode code, List<Usage.Entry> entries, String why) {
        return code.withUsage(code.usage().refused(entries, why));
    }

    public static AuthorizationCode notReportable(AuthorizationCode code, String why) {
        return code.withUsage(code.usage().refused(why));
    }
}
