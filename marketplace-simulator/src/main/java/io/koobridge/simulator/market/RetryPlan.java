package io.koobridge.simulator.market;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a refused call is repeated. Times are marketplace time.
 *
 * @param window how long it is repeated before the step counts as failed; null: until it is acknowledged
 */
public record RetryPlan(Duration every, @Nullable Duration window) {

    /** Orders: for three hours, once per hour (saas-v2 §10). */
    public static final RetryPlan DOCUMENTED = new RetryPlan(Duration.ofHours(1), Duration.ofHours(3));

    /** Refresh, status, release: for one hour. The rhythm inside it is not documented; ten minutes is ours. */
    public static final RetryPlan ONE_HOUR = new RetryPlan(Duration.ofMinutes(10), Duration.ofHours(1));

    /** Orders of the international V1: sixty calls, one every three minutes (saas-v1 §3.1). */
    public static final RetryPlan SIXTY_IN_THREE_HOURS = new RetryPlan(Duration.ofMinutes(3), Duration.ofMinutes(177));

    /** Other calls of the international V1: sixty calls, one per minute (saas-v1 §3.3). */
    public static final RetryPlan SIXTY_IN_ONE_HOUR = new RetryPlan(Duration.ofMinutes(1), Duration.ofMinutes(59));

    /** Online Licenses: for two hours, every two minutes (license §2.4). */
    public static final RetryPlan TWO_HOURS = new RetryPlan(Duration.ofMinutes(2), Duration.ofHours(2));

    /** Authorization codes: sixty calls, one every two minutes (license §2.4). */
    public static final RetryPlan SIXTY_IN_TWO_HOURS = new RetryPlan(Duration.ofMinutes(2), Duration.ofMinutes(118));

    /** Checks and questions on behalf of a waiting person, and what License V1 calls once. */
    public static final RetryPlan ONCE = new RetryPlan(Duration.ofHours(1), Duration.ZERO);

    public static RetryPlan untilAcknowledged(Duration every) {
        return new RetryPlan(every, null);
    }

    /**
     * The next attempt after {@code made} of them failed. Attempts are counted instead of looking at the clock alone: where time is
     * compressed, one real time-out of five seconds may be longer than the whole window.
     */
    public Optional<Instant> next(Instant first, int made, Instant now) {
        if (window == null) {
            return Optional.of(now.plus(every));
        }
        Instant due = first.plus(every.multipliedBy(made));
        if (due.isAfter(first.plus(window))) {
            return Optional.empty();
        }
        return Optional.of(due.isBefore(now) ? now : due);
    }
}
