package io.koobridge.simulator.notifying;

import io.koobridge.simulator.life.Attempt;
import io.koobridge.simulator.market.Order;
import io.koobridge.simulator.market.OrderType;
import io.koobridge.simulator.market.RetryPlan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One order line that the seller is told about. Times are marketplace time.
 *
 * @param purchase order id of the purchase that the order is about
 */
public record Notification(
        String orderId, String orderLineId, OrderType orderType, String purchase, Course course, Calls calls) {
    static final String ACTIVITY = "orderNotify";
    private static final int ATTEMPTS_KEPT = 10;

    // The three hours are documented, the rhythm inside them is not (order-notification §6).
    private static final RetryPlan PLAN = RetryPlan.DOCUMENTED;

    public enum State {
        DELIVERING,
        ACKNOWLEDGED,
        FAILED
    }

    /**
     * How far it is.
     *
     * @param made scheduled attempts that failed
     */
    public record Course(
            State state,
            Instant begunAt,
            int made,
            @Nullable Instant nextAttemptAt,
            @Nullable Instant endedAt) {}

    /** Those made so far; {@code newest} oldest first. */
    public record Calls(int count, List<Attempt> newest) {}

    static Notification of(Order order, String purchase, Instant now) {
        return new Notification(
                order.orderId(),
                order.orderLineId(),
                order.type(),
                purchase,
                new Course(State.DELIVERING, now, 0, null, null),
                new Calls(0, List.of()));
    }

    /** The body of a real call. */
    Map<String, Object> members() {
        return members(orderId, orderLineId, "0");
    }

    static Map<String, Object> members(String orderId, String orderLineId, String testFlag) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("activity", ACTIVITY);
        members.put("orderId", orderId);
        members.put("orderLineId", orderLineId);
        members.put("testFlag", testFlag);
        return members;
    }

    boolean isOver() {
        return course.state() != State.DELIVERING;
    }

    Notification answered(Attempt attempt, Instant now) {
        List<Attempt> kept = new ArrayList<>(calls.newest());
        kept.add(attempt);
        Calls all = new Calls(
                calls.count() + 1, List.copyOf(kept.subList(Math.max(0, kept.size() - ATTEMPTS_KEPT), kept.size())));
        return new Notification(orderId, orderLineId, orderType, purchase, after(attempt, now), all);
    }

    private Course after(Attempt attempt, Instant now) {
        boolean faulted = attempt.kind() == Attempt.Kind.FAULTED;
        if (course.state() == State.ACKNOWLEDGED || faulted) {
            return course;
        }
        if (attempt.acknowledged()) {
            return new Course(State.ACKNOWLEDGED, course.begunAt(), course.made(), null, now);
        }
        if (attempt.kind() != Attempt.Kind.SCHEDULED || course.state() == State.FAILED) {
            return course;
        }
        int made = course.made() + 1;
        Optional<Instant> next = PLAN.next(course.begunAt(), made, now);
        return next.map(due -> new Course(State.DELIVERING, course.begunAt(), made, due, null))
                .orElseGet(() -> new Course(State.FAILED, course.begunAt(), made, null, now));
    }
}
