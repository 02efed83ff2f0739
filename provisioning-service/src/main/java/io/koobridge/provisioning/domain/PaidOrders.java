package io.koobridge.provisioning.domain;

import io.koobridge.events.Event;
import io.koobridge.events.instance.InstanceFact.TermChanged;
import io.koobridge.events.instance.OrderInForce;
import io.koobridge.events.instance.OrderKey;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * The orders that an instance was paid by and that were not cancelled, oldest first; the last one is in force. Licences are
 * counted for it (license §3.5).
 *
 * @param orders at least one; the last 16, for only what was paid ahead can be cancelled
 */
public record PaidOrders(List<OrderInForce> orders) {

    private static final int REMEMBERED = 16;

    public PaidOrders {
        if (orders.isEmpty()) {
            throw new IllegalArgumentException("some order paid for it");
        }
        orders = List.copyOf(orders);
    }

    static PaidOrders of(OrderKey order, Instant since) {
        return new PaidOrders(List.of(new OrderInForce(order, since)));
    }

    public OrderInForce inForce() {
        return orders.getLast();
    }

    /** What a change of the term makes of it that no later one has overtaken. */
    PaidOrders after(Event<TermChanged> event) {
        var order = event.data().order();
        return switch (event.data().change()) {
            case TRIAL_TO_FORMAL, RENEWAL, RENEWAL_CHANGE -> with(new OrderInForce(order, event.asOf()));
            case UNSUBSCRIBE_RENEWAL_PERIOD -> cancelled(order);
        };
    }

    private PaidOrders with(OrderInForce next) {
        return inForce().order().equals(next.order())
                ? this
                : new PaidOrders(Stream.concat(others(next.order()), Stream.of(next))
                        .skip(Math.max(0, others(next.order()).count() + 1 - REMEMBERED))
                        .toList());
    }

    /** The online License names the renewal that is cancelled, newer editions the cancellation's own order (license §9, row 9). */
    private PaidOrders cancelled(OrderKey named) {
        if (orders.size() == 1) {
            return this;
        }
        var renewals = orders.subList(1, orders.size());
        return renewals.stream().anyMatch(paid -> paid.order().equals(named))
                ? new PaidOrders(others(named).toList())
                : new PaidOrders(orders.subList(0, orders.size() - 1));
    }

    private Stream<OrderInForce> others(OrderKey order) {
        return orders.stream().filter(paid -> !paid.order().equals(order));
    }
}
