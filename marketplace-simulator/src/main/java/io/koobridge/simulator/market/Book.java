package io.koobridge.simulator.market;

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
 * none is over a new one is refused. Every method is short and may be called from any thread.
 */
public final class Book {
    private final int capacity;
    private final Violations violations;
    private final LinkedHashMap<String, Sale> sales = new LinkedHashMap<>();
    private final Map<String, String> orderByInstance = new HashMap<>();

    public Book(int capacity, Violations violations) {
        this.capacity = capacity;
        this.violations = violations;
    }

    public enum Entry {
        ADDED,
        ALREADY_THERE,
        FULL
    }

    /** The sale afterwards, and whether this very answer was the seller's acknowledgement. */
    public record Answered(Sale sale, boolean justAccepted) {}

    public synchronized Entry add(Sale sale) {
        String orderId = sale.order().orderId();
        if (sales.containsKey(orderId)) {
            return Entry.ALREADY_THERE;
        }
        if (sales.size() >= capacity && !makeRoom()) {
            return Entry.FULL;
        }
        sales.put(orderId, sale);
        return Entry.ADDED;
    }

    public synchronized Optional<Sale> find(String orderId) {
        return Optional.ofNullable(sales.get(orderId));
    }

    public synchronized Sale change(String orderId, UnaryOperator<Sale> change) {
        Sale changed = change.apply(known(orderId));
        sales.put(orderId, changed);
        return changed;
    }

    /** Records an answer to {@code newInstance}, takes the step that follows from it, and notices broken promises. */
    public synchronized Answered answered(String orderId, Attempt attempt, Instant now) {
        Sale before = known(orderId);
        Sale after = before.answered(attempt, now);
        sales.put(orderId, after);
        if (attempt.instanceId() != null && attempt.acknowledged()) {
            compare(before, attempt, attempt.instanceId());
        }
        boolean justAccepted =
                before.purchase() instanceof Purchase.Ordered && after.purchase() instanceof Purchase.Accepted;
        if (justAccepted) {
            orderByInstance.putIfAbsent(String.valueOf(after.purchase().instanceIdOrNull()), orderId);
        }
        return new Answered(after, justAccepted);
    }

    private void compare(Sale before, Attempt attempt, String instanceId) {
        String orderId = before.order().orderId();
        String first = before.purchase().instanceIdOrNull();
        if (first != null && !first.equals(instanceId)) {
            violations.add(new Violation(
                    attempt.sentAt(),
                    Violation.Kind.OTHER_INSTANCE_FOR_SAME_ORDER_LINE,
                    orderId,
                    "first " + first + ", then " + instanceId));
        }
        String owner = orderByInstance.get(instanceId);
        if (owner != null && !owner.equals(orderId)) {
            violations.add(new Violation(
                    attempt.sentAt(),
                    Violation.Kind.SAME_INSTANCE_FOR_OTHER_ORDER,
                    orderId,
                    instanceId + " already belongs to order " + owner));
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

    private Sale known(String orderId) {
        Sale sale = sales.get(orderId);
        if (sale == null) {
            throw new NoSuchElementException("order " + orderId + " is not in the book (any more)");
        }
        return sale;
    }

    private boolean makeRoom() {
        Optional<Sale> oldest =
                sales.values().stream().filter(sale -> sale.purchase().isOver()).findFirst();
        oldest.ifPresent(sale -> {
            sales.remove(sale.order().orderId());
            String instanceId = sale.purchase().instanceIdOrNull();
            if (instanceId != null) {
                orderByInstance.remove(instanceId, sale.order().orderId());
            }
        });
        return oldest.isPresent();
    }
}
