package io.koobridge.simulator.life;

import io.koobridge.simulator.market.Order;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * All sales, in memory. It never holds more than {@code capacity}: when it is full the oldest sale that is over makes room, and when
 * none is over a new one is refused. Every method but {@code await} is short and may be called from any thread.
 */
public final class Book {
    // Together with the ten attempts of a step this bounds the memory of a full book to some tens of megabytes.
    private static final int DEEDS_PER_SALE = 3;

    // Some hundred bytes each.
    private static final int EARLIER_ORDERS_PER_SALE = 10;

    private final int capacity;
    private final Notices notices;
    private final LinkedHashMap<String, Sale> sales = new LinkedHashMap<>();
    private final Map<String, String> purchaseByOrder = new HashMap<>();
    private final Map<String, String> orderByInstance = new HashMap<>();
    private int deeds;
    private int earlierOrders;

    public Book(int capacity, Notices notices) {
        this.capacity = capacity;
        this.notices = notices;
    }

    public enum Entry {
        ADDED,
        ALREADY_THERE,
        FULL
    }

    /** The sale afterwards, and whether this very answer was the seller's acknowledgement of the purchase. */
    public record Answered(Sale sale, Deed deed, boolean justAccepted) {}

    public synchronized Entry add(Sale sale) {
        String orderId = sale.order().orderId();
        if (purchaseByOrder.containsKey(orderId)) {
            return Entry.ALREADY_THERE;
        }
        if (sales.size() >= capacity && !makeRoom()) {
            return Entry.FULL;
        }
        put(sale);
        if (sale.instanceIdOrNull() != null) {
            orderByInstance.put(sale.instanceIdOrNull(), orderId);
        }
        return Entry.ADDED;
    }

    public synchronized Optional<Sale> findByInstance(String instanceId) {
        return Optional.ofNullable(orderByInstance.get(instanceId)).map(sales::get);
    }

    public synchronized Optional<Sale> find(String orderId) {
        return Optional.ofNullable(sales.get(orderId));
    }

    /** The sale that made this order, by the purchase itself or by one of its steps. */
    public synchronized Optional<Sale> findByAnyOrder(String orderId) {
        return Optional.ofNullable(purchaseByOrder.get(orderId)).map(sales::get);
    }

    public synchronized Optional<Order> order(String orderId) {
        return findByAnyOrder(orderId).flatMap(sale -> sale.order(orderId));
    }

    public synchronized Sale known(String orderId) {
        Sale sale = sales.get(orderId);
        if (sale == null) {
            throw new NoSuchElementException("order " + orderId + " is not in the book (any more)");
        }
        return sale;
    }

    /** As {@link #change}, for one more step; refused when the book holds too many, or too many orders of forgotten ones. */
    public synchronized Sale request(String orderId, UnaryOperator<Sale> request) {
        if (deeds >= DEEDS_PER_SALE * (long) capacity) {
            throw new NotNow("the book is full of steps");
        }
        if (earlierOrders >= EARLIER_ORDERS_PER_SALE * (long) capacity) {
            throw new NotNow("the book is full of orders");
        }
        return change(orderId, request);
    }

    public synchronized Sale change(String orderId, UnaryOperator<Sale> change) {
        Sale changed = change.apply(known(orderId));
        put(changed);
        return changed;
    }

    /** Records an answer, takes the step that follows from it, and notices broken promises. */
    public synchronized Answered answered(String orderId, int number, Attempt attempt, Instant now) {
        Sale before = known(orderId);
        Sale after = before.answered(number, attempt, now);
        put(after);
        notices.compared(before, before.trail().known(number), attempt, orderByInstance);
        Deed deed = after.trail().known(number);
        if (isLost(deed) && !before.trail().known(number).state().isOver()) {
            notices.orderFailed(now);
        }
        boolean justAccepted = before.seen().belief() == null && after.seen().belief() != null;
        if (justAccepted) {
            orderByInstance.putIfAbsent(String.valueOf(after.instanceIdOrNull()), orderId);
        }
        return new Answered(after, deed, justAccepted);
    }

    /** An hour after the last call: what nobody restarted with success is paid back (license §2.4). */
    public synchronized void refundedLate(String orderId, int number, Instant now) {
        Sale sale = sales.get(orderId);
        if (sale != null && sale.trail().known(number).state() instanceof StepState.Failed) {
            put(sale.refundedLate(number, now));
            notices.orderFailed(now);
        }
    }

    /** Paid back, or of License V1 not delivered online (license §2.4). */
    private static boolean isLost(Deed deed) {
        return deed.state() instanceof StepState.Refunded
                || (deed.state() instanceof StepState.Failed
                        && deed.step() instanceof NewInstance first
                        && first.refund() == NewInstance.Refund.NEVER);
    }

    /** Begins the step whose turn it is, if there is one; cancels what can no longer be said. */
    public synchronized Optional<Deed> beginNext(String orderId, Instant now, Instant realNow) {
        Sale sale = sales.get(orderId);
        if (sale == null) {
            return Optional.empty();
        }
        boolean refunded = sale.status().equals(Sale.FAILED_REFUNDED);
        if (refunded || sale.released()) {
            sale = sale.with(sale.trail().cancelled(!refunded, now));
            put(sale);
        }
        if (sale.trail().first().state() instanceof StepState.Failed) {
            // There is no instance yet that a step could be about.
            return Optional.empty();
        }
        Optional<Deed> next =
                sale.trail().nextInTurn(realNow).map(deed -> deed.in(((StepState.Waiting) deed.state()).begun(now)));
        if (next.isPresent()) {
            put(sale.with(sale.trail().with(next.get())));
        }
        return next;
    }

    /** Waits until the sale is as wanted, or the time is up; returns the sale as it is then. */
    public synchronized Sale await(String orderId, Predicate<Sale> wanted, Duration atMost)
            throws InterruptedException {
        long until = System.nanoTime() + atMost.toNanos();
        while (true) {
            Sale sale = known(orderId);
            long left = (until - System.nanoTime()) / 1_000_000;
            if (left <= 0 || wanted.test(sale)) {
                return sale;
            }
            wait(left);
        }
    }

    /** Newest first. */
    public synchronized List<Sale> page(Predicate<Sale> wanted, int offset, int limit) {
        return sales.sequencedValues().reversed().stream()
                .filter(wanted)
                .skip(offset)
                .limit(limit)
                .toList();
    }

    public synchronized Summary summary(Predicate<Sale> wanted) {
        return Summary.of(sales.values().stream().filter(wanted));
    }

    private void put(Sale sale) {
        String purchase = sale.order().orderId();
        Sale before = sales.put(purchase, sale);
        counted(sale, 1);
        if (before != null) {
            counted(before, -1);
        }
        if (before == null || before.trail().count() != sale.trail().count()) {
            // The oldest of the earlier orders may be gone.
            if (before != null) {
                before.orders().forEach(order -> purchaseByOrder.remove(order.orderId()));
            }
            sale.orders().forEach(order -> purchaseByOrder.put(order.orderId(), purchase));
        }
        notifyAll();
    }

    private void counted(Sale sale, int times) {
        deeds += times * sale.trail().deeds().size();
        earlierOrders += times * sale.trail().earlier().size();
    }

    private boolean makeRoom() {
        Optional<Sale> oldest = sales.values().stream().filter(Sale::isOver).findFirst();
        oldest.ifPresent(sale -> {
            sales.remove(sale.order().orderId());
            counted(sale, -1);
            sale.orders().forEach(order -> purchaseByOrder.remove(order.orderId()));
            String instanceId = sale.instanceIdOrNull();
            if (instanceId != null) {
                orderByInstance.remove(instanceId, sale.order().orderId());
            }
        });
        return oldest.isPresent();
    }
}
