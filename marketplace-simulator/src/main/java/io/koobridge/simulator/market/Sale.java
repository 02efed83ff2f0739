package io.koobridge.simulator.market;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A purchase with what happened to it. Only the newest {@value #ATTEMPTS_KEPT} attempts are kept.
 *
 * @param bulk the bulk run it belongs to, if any
 * @param attempts oldest first
 */
public record Sale(
        Order order, @Nullable String bulk, Purchase purchase, int attemptCount, List<Attempt> attempts, Polls polls) {
    static final int ATTEMPTS_KEPT = 10;

    /** How polling went; {@code lastReason} is null before the first poll and after the successful one. */
    public record Polls(int count, @Nullable String lastReason) {}

    public static Sale of(Order order, RetryPlan plan, @Nullable String bulk) {
        return new Sale(order, bulk, Purchase.Ordered.at(order.createdAt(), plan), 0, List.of(), new Polls(0, null));
    }

    public Sale with(Purchase next) {
        return new Sale(order, bulk, next, attemptCount, attempts, polls);
    }

    Sale with(Attempt attempt) {
        List<Attempt> kept = new ArrayList<>(attempts);
        kept.add(attempt.numbered(attemptCount + 1));
        return new Sale(
                order,
                bulk,
                purchase,
                attemptCount + 1,
                List.copyOf(kept.subList(Math.max(0, kept.size() - ATTEMPTS_KEPT), kept.size())),
                polls);
    }

    /** What an answer to {@code newInstance} changes. Restarts and duplicates can only help: their failure decides nothing. */
    Sale answered(Attempt attempt, Instant now) {
        Sale recorded = with(attempt);
        if (!(purchase instanceof Purchase.Ordered ordered)) {
            return recorded;
        }
        if (attempt.instanceId() != null && attempt.acknowledged()) {
            return recorded.with(ordered.accepted(attempt.instanceId(), now));
        }
        return attempt.kind() == Attempt.Kind.SCHEDULED
                ? recorded.with(ordered.attemptFailed(String.valueOf(attempt.reason()), now))
                : recorded;
    }

    public Sale polled(@Nullable String reason) {
        return new Sale(order, bulk, purchase, attemptCount, attempts, new Polls(polls.count() + 1, reason));
    }
}
