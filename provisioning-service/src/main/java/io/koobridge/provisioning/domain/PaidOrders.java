package io.koobridge.provisioning.domain;

import io.koobridge.events.Event;
import io.koobridge.events.instance.InstanceFact.TermChanged;
import io.koobridge.events.instance.OrderDetails.Product;
import io.koobridge.events.instance.OrderInForce;
import io.koobridge.events.instance.OrderInForce.Sale;
import io.koobridge.events.instance.OrderKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The orders that an instance was paid by and that were not cancelled, in the order in which they came into force; the last one
 * is in force. Licences are counted for it, and by what it sold (license §3.5): of an order that is cancelled, both are gone.
 *
 * @param orders at least one; the purchase and the last 15, for only what was paid ahead can be cancelled
 */
public record PaidOrders(List<PaidOrder> orders) {

    private static final int REMEMBERED = 16;

    public PaidOrders {
        if (orders.isEmpty()) {
            throw new IllegalArgumentException("some order paid for it");
        }
        orders = List.copyOf(orders);
    }

    /** @param sold absent until it is known */
    static PaidOrders of(OrderKey purchase, Instant since, @Nullable Sale sold) {
        return new PaidOrders(List.of(PaidOrder.selling(purchase, since, sold)));
    }

    public OrderInForce inForce() {
        var last = orders.getLast();
        return new OrderInForce(last.order(), last.since(), sold());
    }

    /** What a change of the term makes of it that no later one has overtaken. */
    PaidOrders after(Event<TermChanged> event, OrderKey purchase) {
        return switch (event.data().change()) {
            case TRIAL_TO_FORMAL, RENEWAL, RENEWAL_CHANGE -> with(told(event), purchase);
            case UNSUBSCRIBE_RENEWAL_PERIOD -> cancelled(event.data().order(), purchase);
        };
    }

    /** What an order query told of one of them; of an order that is cancelled nobody wants to know. */
    PaidOrders learned(LookUp lookUp, @Nullable Product product) {
        return new PaidOrders(orders.stream()
                .map(paid -> paid.order().equals(lookUp.order())
                        ? paid.learned(lookUp.cause().purpose(), product)
                        : paid)
                .toList());
    }

    /** Absent while the order is not known that says it. */
    private @Nullable Sale sold() {
        return orders.reversed().stream()
                .filter(paid -> !paid.soldOn())
                .findFirst()
                .map(PaidOrder::sold)
                .orElse(null);
    }

    /** In V1 the call says what is sold, and leaves out what stays (saas-v1 §3.1); else the order is asked. */
    private PaidOrder told(Event<TermChanged> event) {
        var term = event.data();
        var bought = term.bought();
        if (bought == null) {
            return LookUp.sellsOn(term)
                    ? PaidOrder.sellingOn(term.order(), event.asOf())
                    : PaidOrder.selling(term.order(), event.asOf(), null);
        }
        var product = Telling.product(term, bought);
        var before = sold();
        return product == null || before == null
                ? PaidOrder.sellingOn(term.order(), event.asOf())
                : PaidOrder.selling(term.order(), event.asOf(), new Sale(Telling.renewed(before.product(), product)));
    }

    private PaidOrders with(PaidOrder next, OrderKey purchase) {
        var all = new ArrayList<>(orders);
        var again = take(all, called(next.order())).map(known -> known.namedAgain(next));
        all.add(again.orElse(next));
        if (all.size() > REMEMBERED) {
            take(all, called(purchase).negate());
        }
        return new PaidOrders(all);
    }

    /**
     * The online License names the renewal that is cancelled, newer editions the cancellation's own order (license §9, row 9).
     * The purchase is never cancelled.
     */
    private PaidOrders cancelled(OrderKey named, OrderKey purchase) {
        var renewals = orders.stream().filter(called(purchase).negate()).toList();
        if (renewals.isEmpty()) {
            return this;
        }
        var gone = renewals.stream().filter(called(named)).findFirst().orElse(renewals.getLast());
        var all = new ArrayList<>(orders);
        take(all, gone::equals);
        return new PaidOrders(all);
    }

    /** The oldest of these goes, unless it is the only one of all. */
    private static Optional<PaidOrder> take(List<PaidOrder> all, Predicate<PaidOrder> which) {
        var gone = all.stream().filter(which).findFirst();
        gone.ifPresent(taken -> {
            int place = all.indexOf(taken);
            all.remove(place);
            if (place < all.size()) {
                all.set(place, all.get(place).after(taken));
            }
        });
        return gone;
    }

    private static Predicate<PaidOrder> called(OrderKey order) {
        return paid -> paid.order().equals(order);
    }
}
