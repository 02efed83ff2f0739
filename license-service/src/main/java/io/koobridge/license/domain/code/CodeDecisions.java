package io.koobridge.license.domain.code;

import io.koobridge.events.Event;
import io.koobridge.events.Outcome;
import io.koobridge.events.Outcome.Applied;
import io.koobridge.events.Outcome.Refused;
import io.koobridge.events.Outcome.Stale;
import io.koobridge.events.Outcome.Unchanged;
import io.koobridge.events.Reason;
import io.koobridge.events.instance.TermChange;
import io.koobridge.events.license.CodeFact;
import io.koobridge.events.license.CodeFact.CodeFrozen;
import io.koobridge.events.license.CodeFact.CodeReleased;
import io.koobridge.events.license.CodeFact.CodeTermChanged;
import io.koobridge.events.license.CodeFact.CodeUnfrozen;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a call of the marketplace does to a code (license §4 with design §4). The consumer, admission and previews ask here. */
public final class CodeDecisions {

    /** What a call about a code that nobody here has seen is (license §4). */
    public enum Unseen {
        /** A success: the software may have activated it without us, or will. */
        ACCEPT,
        /** {@link Reason#UNKNOWN_CODE}: sixty repeats and as many mails. */
        REFUSE
    }

    private CodeDecisions() {}

    public static Outcome<AuthorizationCode> decide(
            @Nullable AuthorizationCode current, Event<? extends CodeFact> event, Unseen unseen) {
        if (current == null) {
            return switch (unseen) {
                case ACCEPT -> changed(AuthorizationCode.UNSEEN, event);
                case REFUSE -> new Refused<>(Reason.UNKNOWN_CODE);
            };
        }
        return changed(current, event);
    }

    private static Outcome<AuthorizationCode> changed(AuthorizationCode code, Event<? extends CodeFact> event) {
        if (event.data() instanceof CodeReleased) {
            // Never stale: whatever was told later by the clock, nobody sells it any more.
            return code.released()
                    ? new Unchanged<>()
                    : new Applied<>(code.withRelease(event.asOf()).remembering(event.id()));
        }
        if (code.memory().contains(event.id())) {
            return new Unchanged<>();
        }
        if (code.released()) {
            return new Refused<>(Reason.RELEASED);
        }
        return switch (event.data()) {
            case CodeFrozen _ -> freeze(code, true, event);
            case CodeUnfrozen _ -> freeze(code, false, event);
            case CodeTermChanged term -> change(code, term, event);
            case CodeReleased _ -> throw new IllegalStateException("decided above");
        };
    }

    private static Outcome<AuthorizationCode> freeze(
            AuthorizationCode code, boolean frozen, Event<? extends CodeFact> event) {
        var known = code.frozen();
        if (known != null && known.overrules(event.asOf())) {
            return new Stale<>(
                    "%s as of %s is already known".formatted(known.value() ? "frozen" : "usable", known.asOf()));
        }
        var next = code.withFrozen(Told.since(known, frozen, event.asOf())).remembering(event.id());
        return new Applied<>(frozen ? next : asked(next, event.receivedAt()));
    }

    /** A renewal never shortens; its cancellation is taken as sent (design §4, "Expiry"). */
    private static Outcome<AuthorizationCode> change(
            AuthorizationCode code, CodeTermChanged term, Event<? extends CodeFact> event) {
        var known = code.expiry();
        if (known != null && known.overrules(event.asOf())) {
            return new Stale<>("an end as of %s is already known".formatted(known.asOf()));
        }
        var renewed = term.change() == TermChange.RENEWAL && known != null;
        var end = renewed ? later(Objects.requireNonNull(known).value(), term.expiresAt()) : term.expiresAt();
        var next = code.withExpiry(Told.since(known, end, event.asOf()))
                .withBought(new Bought(term.productId(), null, term.order().orderId()))
                .remembering(event.id());
        return new Applied<>(asked(next, event.receivedAt()));
    }

    /** What the marketplace says of it now may be another thing than before. */
    private static AuthorizationCode asked(AuthorizationCode code, Instant now) {
        return code.inUse() ? code.withQueryAt(now) : code;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** A person wants what the marketplace refused to be asked once more; or knows that what it waits for has happened. */
    public static Outcome<AuthorizationCode> retry(@Nullable AuthorizationCode code) {
        if (code == null || code.released()) {
            return new Unchanged<>();
        }
        var next = code;
        var before = code.activation();
        if (before.stage() == Activation.Stage.REFUSED
                || (before.stage() == Activation.Stage.WISHED && before.notBefore() != null)) {
            next = next.withActivation(new Activation(
                    Activation.Stage.WISHED, before.wishedAt(), before.effectiveAt(), null, before.answer()));
        }
        if (code.usage().refusal() != null) {
            next = next.withUsage(code.usage().again());
        }
        if (code.queryAt() != null) {
            next = next.withQueryAt(code.queryAt());
        }
        return next.equals(code) ? new Unchanged<>() : new Applied<>(next);
    }
}
