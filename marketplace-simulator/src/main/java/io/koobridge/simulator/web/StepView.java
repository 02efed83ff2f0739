package io.koobridge.simulator.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.koobridge.simulator.life.Attempt;
import io.koobridge.simulator.life.ChangeCheck;
import io.koobridge.simulator.life.Deed;
import io.koobridge.simulator.life.Delivery;
import io.koobridge.simulator.life.HandOutCode;
import io.koobridge.simulator.life.NewBillingItem;
import io.koobridge.simulator.life.NewInstance;
import io.koobridge.simulator.life.Refresh;
import io.koobridge.simulator.life.Step;
import io.koobridge.simulator.life.StepState;
import io.koobridge.simulator.life.Upgrade;
import io.koobridge.simulator.market.Listing;
import io.koobridge.simulator.market.MarketTime;
import io.koobridge.simulator.market.Order;
import io.koobridge.simulator.market.OrderType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A step as the API shows it. Times are marketplace time. */
record StepView(
        int number,
        Step.Kind step,
        String activity,
        @Nullable String scene,
        String state,
        @Nullable OrderView order,
        @Nullable String expireTime,
        @Nullable ProductView product,
        Instant requestedAt,
        @JsonUnwrapped Times times,
        Delivery.@Nullable AppInfo appInfo,
        List<String> faultsToCome,
        int attemptCount,
        List<AttemptView> attempts) {

    record OrderView(String orderId, String orderLineId, OrderType orderType) {
        static @Nullable OrderView of(@Nullable Order order) {
            return order == null ? null : new OrderView(order.orderId(), order.orderLineId(), order.type());
        }
    }

    /** What only some states have. */
    record Times(
            @Nullable Instant nextAttemptAt,
            @Nullable Instant endedAt,
            @Nullable String reason) {

        static Times of(StepState state) {
            return switch (state) {
                case StepState.Waiting _, StepState.Held _ -> new Times(null, null, null);
                case StepState.Delivering delivering -> new Times(delivering.nextAttemptAt(), null, null);
                case StepState.Acknowledged acknowledged -> new Times(null, acknowledged.at(), null);
                case StepState.Failed failed -> new Times(null, failed.at(), failed.reason());
                case StepState.Refunded refunded -> new Times(null, refunded.at(), refunded.reason());
                case StepState.Cancelled cancelled -> new Times(null, cancelled.at(), null);
            };
        }
    }

    static StepView of(Deed deed, Listing listing) {
        Step step = deed.step();
        Refresh refresh = step instanceof Refresh one ? one : null;
        Attempt last = deed.attempts().newest().isEmpty()
                ? null
                : deed.attempts().newest().getLast();
        return new StepView(
                deed.number(),
                step.kind(),
                step.activity(listing),
                refresh == null ? null : refresh.scene().name(),
                deed.state().written(),
                OrderView.of(step.order()),
                refresh == null
                        ? null
                        : MarketTime.written(
                                refresh.expiry().at(), refresh.expiry().digits()),
                product(step),
                deed.delivered().requestedAt(),
                Times.of(deed.state()),
                last == null || last.heard().delivery() == null
                        ? null
                        : last.heard().delivery().appInfo(),
                deed.delivered().faults().stream().map(fault -> fault.name()).toList(),
                deed.attempts().count(),
                deed.attempts().newest().stream().map(AttemptView::of).toList());
    }

    private static @Nullable ProductView product(Step step) {
        return switch (step) {
            case NewInstance first -> ProductView.of(first.order().product());
            case HandOutCode first -> ProductView.of(first.order().product());
            case Refresh refresh -> refresh.product() == null ? null : ProductView.of(refresh.product());
            case Upgrade upgrade -> ProductView.of(upgrade.order().product());
            case NewBillingItem item -> ProductView.of(item.product());
            case ChangeCheck check -> ProductView.of(check.target());
            default -> null;
        };
    }
}
