package io.koobridge.provisioning.reconcile;

import io.koobridge.events.order.Comparison;
import io.koobridge.events.order.OrderIds;
import io.koobridge.provisioning.domain.ObservedOrder;
import io.koobridge.provisioning.domain.OrderSight;
import io.koobridge.provisioning.domain.Sighting;
import io.koobridge.service.reconcile.Attempt;
import io.koobridge.service.reconcile.Step;
import io.koobridge.service.reconcile.Worker;
import java.time.Clock;
import java.time.Duration;

/** Looks an order up and compares it with the calls that belong to it: at once, and when they have not come, after the grace. */
public final class OrderWorker implements Worker<ObservedOrder> {

    private final OrderSight orders;
    private final OrderComparer comparer;
    private final Duration grace;
    private final Clock clock;

    public OrderWorker(OrderSight orders, OrderComparer comparer, Duration grace, Clock clock) {
        this.orders = orders;
        this.comparer = comparer;
        this.grace = grace;
        this.clock = clock;
    }

    @Override
    public Step<ObservedOrder> reconcile(ObservedOrder order, Attempt attempt) {
        var failure = order.failure();
        if (failure != null) {
            return stopped(order, failure);
        }
        var sighting = order.sighting();
        if (sighting == null) {
            return looked(order, attempt);
        }
        return order.comparison() == Comparison.PENDING ? compared(order, sighting) : new Step.Settled<>(order);
    }

    /** Both channels tell of one order in any order of arrival, so an order that is not there yet is no refusal before the grace is over. */
    private Step<ObservedOrder> looked(ObservedOrder order, Attempt attempt) {
        attempt.holdLease();
        return switch (orders.look(OrderIds.of(order.order()), order.order())) {
            case OrderSight.Seen.Found(var sighting) -> new Step.Progressed<>(order.seen(sighting));
            case OrderSight.Seen.NotNow(var why) -> new Step.Failed<>("order query: " + why);
            case OrderSight.Seen.Denied(var why) ->
                left(order).isPositive() ? new Step.Failed<>("order query: " + why) : stopped(order.refused(why), why);
        };
    }

    private Step<ObservedOrder> stopped(ObservedOrder refused, String why) {
        comparer.refused(refused);
        return new Step.Stopped<>(refused, why);
    }

    private Step<ObservedOrder> compared(ObservedOrder order, Sighting sighting) {
        var instance = comparer.known(order);
        if (instance.isPresent()) {
            return new Step.Settled<>(order.knownBy(instance.get()));
        }
        var left = left(order);
        return left.isPositive()
                ? new Step.Resting<>(left)
                : new Step.Settled<>(order.withoutInstance(comparer.missing(order, sighting)));
    }

    private Duration left(ObservedOrder order) {
        return Duration.between(clock.instant(), order.noticedAt().plus(grace));
    }
}
