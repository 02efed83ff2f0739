package io.koobridge.license.web.code;

import io.koobridge.events.license.CodeId;
import io.koobridge.license.domain.code.Activation;
import io.koobridge.license.domain.code.AuthorizationCode;
import io.koobridge.license.domain.code.Sighting;
import io.koobridge.license.domain.code.Standing;
import io.koobridge.license.domain.code.Told;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the seller's software is answered. Members that are absent are not known. */
final class CodeView {

    private static final String NO_SUCH_CODE = "92020005";

    private CodeView() {}

    /**
     * May it be used?
     *
     * @param id what logs and the console call the code
     * @param reason {@code ACTIVE} exactly when usable
     * @param checkedAt when the marketplace was asked last
     * @param stale the marketplace has not been asked on this day in Beijing: the answer is what was known before
     */
    record Checked(
            String id,
            boolean usable,
            Standing reason,
            @Nullable Instant expiresAt,
            @Nullable String productId,
            @Nullable Long amount,
            @Nullable String orderId,
            @Nullable Instant checkedAt,
            boolean stale) {}

    /** How far an activation is. */
    enum State {
        ACTIVE,
        PENDING,
        UNKNOWN,
        REFUSED,
        RELEASED
    }

    /**
     * What became of one activation.
     *
     * @param code as it was asked
     * @param marketplaceCode what the marketplace said, for example {@code 92020004}
     * @param why a sentence; absent when it is active
     */
    record Activated(
            String code,
            String id,
            State state,
            @Nullable String marketplaceCode,
            @Nullable String why,
            @Nullable Instant expiresAt,
            @Nullable String productId,
            @Nullable Long amount,
            @Nullable String orderId) {}

    /** Of all codes that were asked, in their order. */
    record Activations(List<Activated> codes) {}

    /** It is stored and will be reported, unless the code is released first. */
    record Stored(String id, boolean stored) {}

    static Checked checked(String code, @Nullable AuthorizationCode known, Instant now) {
        if (known == null) {
            return new Checked(CodeId.of(code), false, Standing.UNKNOWN, null, null, null, null, null, true);
        }
        var standing = Standing.of(known, now);
        var bought = known.bought();
        return new Checked(
                CodeId.of(code),
                standing == Standing.ACTIVE,
                standing,
                end(known),
                bought.productId(),
                bought.amount(),
                bought.orderId(),
                seenAt(known),
                !known.released() && !Standing.seenToday(known, now));
    }

    static Activated activated(String code, @Nullable AuthorizationCode known) {
        if (known == null) {
            return new Activated(
                    code, CodeId.of(code), State.PENDING, null, "It is not stored yet.", null, null, null, null);
        }
        var state = state(known);
        var answer = known.activation().answer();
        var bought = known.bought();
        return new Activated(
                code,
                CodeId.of(code),
                state,
                answer == null ? null : answer.number(),
                why(state, known.activation()),
                end(known),
                bought.productId(),
                bought.amount(),
                bought.orderId());
    }

    static boolean settled(@Nullable AuthorizationCode known) {
        return known != null
                && (known.released()
                        || known.activation().stage() != Activation.Stage.WISHED
                        || known.activation().notBefore() != null);
    }

    private static State state(AuthorizationCode known) {
        var seen = known.sighting();
        if (known.released() || (seen != null && seen.status() == Sighting.Status.RELEASED)) {
            return State.RELEASED;
        }
        var answer = known.activation().answer();
        return switch (known.activation().stage()) {
            case ACTIVE -> State.ACTIVE;
            case NONE, WISHED -> State.PENDING;
            case REFUSED -> answer != null && answer.number().equals(NO_SUCH_CODE) ? State.UNKNOWN : State.REFUSED;
        };
    }

    private static @Nullable String why(State state, Activation activation) {
        return switch (state) {
            case ACTIVE -> null;
            case PENDING ->
                activation.notBefore() == null
                        ? "KooGallery has not answered yet; it is asked until it does."
                        : "KooGallery does not do it yet; it is asked again every ten minutes.";
            case UNKNOWN -> "KooGallery knows no such code.";
            case REFUSED -> "KooGallery refuses it; asking again later tries once more.";
            case RELEASED -> "The code was released and is not sold any more.";
        };
    }

    private static @Nullable Instant end(AuthorizationCode known) {
        Told<Instant> expiry = known.expiry();
        return expiry == null ? null : expiry.value();
    }

    private static @Nullable Instant seenAt(AuthorizationCode known) {
        var seen = known.sighting();
        return seen == null ? null : seen.at();
    }
}
