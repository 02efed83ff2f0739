package io.koobridge.provisioning.domain;

import io.koobridge.events.instance.AppInfo;
import io.koobridge.events.instance.FailureReason;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The seller's product, which makes instances real. Asked again with the same wish after every uncertain answer, so it
 * has to be idempotent, and asked with a generation, so that it can ignore a number below the highest it applied: an
 * older call may arrive late (design §5).
 */
@FunctionalInterface
public interface Provisioner {

    /** Makes the instance what is wanted; returns within 20 s. */
    Answer apply(Wish wish);

    /**
     * Whether the product could become something else; nothing is changed by asking. A product that cannot say no takes
     * every change. Unlike {@link #apply}, which has a reconciler's thread for itself, this is asked in the middle of a
     * call, so nobody waits for it; it never fails.
     */
    default CompletableFuture<Verdict> check(Proposal proposal) {
        return CompletableFuture.completedFuture(new Verdict.Possible());
    }

    /** What the product said of a change, or that nobody knows. */
    sealed interface Verdict {

        record Possible() implements Verdict {}

        /**
         * It would lose something, or there is no such thing.
         *
         * @param why for the customer, at most 255 characters
         */
        record Impossible(String why) implements Verdict {}

        /** No answer in time, or none that can be understood. */
        record Undecided(String why) implements Verdict {}
    }

    /** What the product said, or that nobody knows. */
    sealed interface Answer {

        /**
         * It is so.
         *
         * @param appInfo absent where nothing changed, or nothing is left to get into
         */
        record Ready(@Nullable AppInfo appInfo) implements Answer {}

        /** It will be so; ask again with the same wish. */
        record Working(Duration after) implements Answer {}

        /** It cannot be so, whoever asks again. */
        record Refused(FailureReason reason, String detail) implements Answer {}

        /** It did not work this time, or nobody knows whether it did. */
        record Failed(String why) implements Answer {}
    }
}
