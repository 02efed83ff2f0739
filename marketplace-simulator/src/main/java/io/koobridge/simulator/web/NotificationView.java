package io.koobridge.simulator.web;

import io.koobridge.simulator.market.OrderType;
import io.koobridge.simulator.notifying.Notification;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A notification as the API shows it. Times are marketplace time. */
record NotificationView(
        String orderId,
        String orderLineId,
        OrderType orderType,
        String purchase,
        Notification.State state,
        Instant requestedAt,
        @Nullable Instant nextAttemptAt,
        @Nullable Instant endedAt,
        int attemptCount,
        List<AttemptView> attempts) {

    static NotificationView of(Notification told) {
        return new NotificationView(
                told.orderId(),
                told.orderLineId(),
                told.orderType(),
                told.purchase(),
                told.course().state(),
                told.course().begunAt(),
                told.course().nextAttemptAt(),
                told.course().endedAt(),
                told.calls().count(),
                told.calls().newest().stream().map(AttemptView::of).toList());
    }
}
