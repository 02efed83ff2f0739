package io.koobridge.simulator.life;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far a step is. Each state has the ways out of it and no others. Times are marketplace time unless said otherwise. */
public sealed interface StepState {

    /** An earlier step is not over. */
    record Waiting() implements StepState {
        Delivering begun(Instant now) {
            return new Delivering(now, 0, null);
        }

        Cancelled cancelled(Instant now) {
            return new Cancelled(now);
        }
    }

    /**
     * Signed, and kept back until the next step's first attempt.
     *
     * @param nextFrom real time from which on the next step may be signed
     */
    record Held(Instant begunAt, Instant nextFrom) implements StepState {
        Delivering letGo() {
            return new Delivering(begunAt, 0, null);
        }
    }

    /**
     * Sent, or to be repeated.
     *
     * @param made scheduled attempts that failed
     * @param nextAttemptAt null until the first attempt failed
     */
    record Delivering(Instant begunAt, int made, @Nullable Instant nextAttemptAt) implements StepState {
        Held held(Instant nextFrom) {
            return new Held(begunAt, nextFrom);
        }

        Acknowledged acknowledged(Instant now) {
            return new Acknowledged(now);
        }

        /** A scheduled attempt failed: it is repeated, or the step has failed, or its order is paid back. */
        StepState attemptFailed(Deed deed, String reason, Instant now) {
            return deed.plan()
                    .next(begunAt, made + 1, now)
                    .<StepState>map(next -> new Delivering(begunAt, made + 1, next))
                    .orElseGet(
                            () -> deed.step().refundedInTheEnd() ? new Refunded(reason, now) : new Failed(reason, now));
        }
    }

    record Acknowledged(Instant at) implements StepState {}

    record Failed(String reason, Instant at) implements StepState {
        /** Nobody has helped in time. */
        Refunded refunded(Instant now) {
            return new Refunded(reason, now);
        }

        /** A restart succeeded. */
        Acknowledged acknowledged(Instant now) {
            return new Acknowledged(now);
        }
    }

    record Refunded(String reason, Instant at) implements StepState {}

    /** Never sent: the purchase was refunded or released meanwhile. */
    record Cancelled(Instant at) implements StepState {}

    default boolean isOver() {
        return switch (this) {
            case Waiting _, Held _, Delivering _ -> false;
            case Acknowledged _, Failed _, Refunded _, Cancelled _ -> true;
        };
    }

    default String written() {
        return switch (this) {
            case Waiting _ -> "WAITING";
            case Held _ -> "HELD";
            case Delivering _ -> "DELIVERING";
            case Acknowledged _ -> "ACKNOWLEDGED";
            case Failed _ -> "FAILED";
            case Refunded _ -> "REFUNDED";
            case Cancelled _ -> "CANCELLED";
        };
    }
}
