package io.koobridge.simulator.fault;

import org.jspecify.annotations.Nullable;

/** What a call must be answered. */
public sealed interface Expected {
    static Expected success() {
        return new Success();
    }

    static Expected noAnswer() {
        return new NoAnswer();
    }

    static Expected signatureRefused() {
        return new Code("000001");
    }

    static Expected parameterRefused() {
        return new Code("000002");
    }

    /** As a call without fault. */
    record Success() implements Expected {}

    /** Exactly this result code. */
    record Code(String resultCode) implements Expected {}

    /** We never learn it. */
    record NoAnswer() implements Expected {}

    /**
     * Whether this answer is the expected one.
     *
     * @param resultCode null when nothing readable came
     */
    default boolean met(@Nullable String resultCode, boolean acknowledged) {
        return switch (this) {
            case Success _ -> acknowledged;
            case Code code -> code.resultCode().equals(resultCode);
            case NoAnswer _ -> resultCode == null;
        };
    }

    /** Clearly against it: accepted instead of refused, or the reverse. An internal error or no answer is merely a failure. */
    default boolean broken(@Nullable String resultCode) {
        return switch (this) {
            case Success _ -> "000001".equals(resultCode) || "000002".equals(resultCode);
            case Code _ -> "000000".equals(resultCode) || "000004".equals(resultCode);
            case NoAnswer _ -> false;
        };
    }

    default String written() {
        return switch (this) {
            case Success _ -> "SUCCESS";
            case Code code -> code.resultCode();
            case NoAnswer _ -> "NO_ANSWER";
        };
    }
}
