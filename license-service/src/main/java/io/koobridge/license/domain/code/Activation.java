package io.koobridge.license.domain.code;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How far a code is on its way into use.
 *
 * @param wishedAt when the seller's software asked for it last; absent when it never did
 * @param effectiveAt from when it shall count, as the software said; absent: from its activation
 * @param notBefore when the marketplace is asked next; absent: at once
 * @param answer what the marketplace said to the last try, while it is not active: a number and a sentence
 */
public record Activation(
        Stage stage,
        @Nullable Instant wishedAt,
        @Nullable Instant effectiveAt,
        @Nullable Instant notBefore,
        @Nullable Answer answer) {

    /** Whoever asks more often than that is told what the marketplace said last. */
    static final Duration TRIED_AGAIN_AFTER = Duration.ofMinutes(1);

    static final Activation NONE = new Activation(Stage.NONE, null, null, null, null);

    /** Where it stands. */
    public enum Stage {
        /** Nobody asked for it here. */
        NONE,
        /** Asked for; the marketplace has not done it yet. */
        WISHED,
        /** The marketplace did it, here or before. */
        ACTIVE,
        /** The marketplace will not do it; somebody has to ask anew. */
        REFUSED
    }

    /**
     * What the marketplace said.
     *
     * @param number its code, for example {@code 92020004}
     */
    public record Answer(String number, String why) {}

    /** What was refused before was another wish. Whoever waits, and was tried just now, waits on with the newer time. */
    Activation wished(@Nullable Instant effectTime, Instant now) {
        boolean waits = stage == Stage.WISHED;
        return new Activation(
                Stage.WISHED, now, effectTime, waits && !asked(now) ? notBefore : null, waits ? answer : null);
    }

    Activation done() {
        return new Activation(Stage.ACTIVE, wishedAt, effectiveAt, null, null);
    }

    Activation notYet(Answer said, Instant next) {
        return new Activation(stage, wishedAt, effectiveAt, next, said);
    }

    Activation refused(Answer said) {
        return new Activation(Stage.REFUSED, wishedAt, effectiveAt, null, said);
    }

    /** Whether the marketplace is asked now. */
    public boolean due(Instant now) {
        return stage == Stage.WISHED && (notBefore == null || !notBefore.isAfter(now));
    }

    /** Whether a wish made now has the marketplace asked; otherwise it was asked just now, or does it already. */
    boolean heeds(@Nullable Instant effectTime, Instant now) {
        return switch (stage) {
            case NONE -> true;
            case ACTIVE -> false;
            // Another time may be what was wrong.
            case REFUSED, WISHED -> asked(now) || !Objects.equals(effectTime, effectiveAt);
        };
    }

    private boolean asked(Instant now) {
        return wishedAt == null || !wishedAt.plus(TRIED_AGAIN_AFTER).isAfter(now);
    }
}
