package io.koobridge.simulator.market;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The life of a purchase. Each state has the steps that may be taken from it and no others. Times are marketplace time. */
public sealed interface Purchase {
    String ORDERED = "ORDERED";
    String ACCEPTED = "ACCEPTED";
    String READY = "READY";
    String FAILED_REFUNDED = "FAILED_REFUNDED";

    String status();

    /**
     * Paid, the seller has not acknowledged it yet.
     *
     * @param made scheduled attempts that failed
     * @param nextAttemptAt null until the first attempt failed
     */
    record Ordered(
            RetryPlan plan,
            Instant orderedAt,
            int made,
            @Nullable Instant nextAttemptAt) implements Purchase {

        public static Ordered at(Instant now, RetryPlan plan) {
            return new Ordered(plan, now, 0, null);
        }

        public Accepted accepted(String instanceId, Instant now) {
            return new Accepted(instanceId, now);
        }

        /** A scheduled attempt failed: it is repeated, or the order is unsubscribed. */
        public Purchase attemptFailed(String reason, Instant now) {
            return plan.next(orderedAt, made + 1, now)
                    .<Purchase>map(next -> new Ordered(plan, orderedAt, made + 1, next))
                    .orElseGet(() -> new Refunded(reason, now));
        }

        @Override
        public String status() {
            return ORDERED;
        }
    }

    /** The seller acknowledged it; the marketplace polls for the instance information. */
    record Accepted(String instanceId, Instant acceptedAt) implements Purchase {
        public Ready ready(Delivery delivery, Instant now) {
            return new Ready(instanceId, acceptedAt, delivery, now);
        }

        @Override
        public String status() {
            return ACCEPTED;
        }
    }

    record Ready(String instanceId, Instant acceptedAt, Delivery delivery, Instant readyAt) implements Purchase {
        @Override
        public String status() {
            return READY;
        }
    }

    /** No acknowledgement within the window: judged failed, unsubscribed, refunded. */
    record Refunded(String lastReason, Instant refundedAt) implements Purchase {
        @Override
        public String status() {
            return FAILED_REFUNDED;
        }
    }

    default @Nullable String instanceIdOrNull() {
        return switch (this) {
            case Accepted accepted -> accepted.instanceId();
            case Ready ready -> ready.instanceId();
            case Ordered _, Refunded _ -> null;
        };
    }

    default boolean isOver() {
        return this instanceof Ready || this instanceof Refunded;
    }
}
