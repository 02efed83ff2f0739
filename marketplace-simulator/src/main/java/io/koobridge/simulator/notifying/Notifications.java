package io.koobridge.simulator.notifying;

import io.koobridge.simulator.calling.OneOff;
import io.koobridge.simulator.calling.OrderPaid;
import io.koobridge.simulator.calling.Timing;
import io.koobridge.simulator.fault.Fault;
import io.koobridge.simulator.life.Attempt;
import io.koobridge.simulator.life.NotNow;
import io.koobridge.simulator.market.Order;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Tells the seller of every paid order, when an address for it is configured; keeps the newest {@value #KEPT}. */
public final class Notifications implements OrderPaid {
    static final int KEPT = 10_000;

    private final OneOff calls;
    private final Timing timing;
    private final boolean on;
    private final LinkedHashMap<String, Notification> byOrder = new LinkedHashMap<>();

    public Notifications(OneOff calls, Timing timing, boolean on) {
        this.calls = calls;
        this.timing = timing;
        this.on = on;
    }

    /** Newest first. */
    public record Listed(
            boolean on, int total, Map<Notification.State, Integer> byState, List<Notification> notifications) {}

    public boolean on() {
        return on;
    }

    @Override
    public void paid(Order order, String purchase) {
        if (on) {
            put(Notification.of(order, purchase, timing.business().now()));
            timing.timetable().now(() -> attempt(order.orderId()));
        }
    }

    /** What the "restart" button does: during and after the three hours. Blocks until the call is answered. */
    public Attempt restart(String orderId) {
        requireOn();
        if (known(orderId).course().state() == Notification.State.ACKNOWLEDGED) {
            throw new NotNow("the notification was acknowledged");
        }
        return call(orderId, Attempt.Kind.RESTART, null).getFirst();
    }

    /** The same once more, though nothing asks for it. */
    public List<Attempt> again(String orderId, @Nullable Fault fault) {
        return call(orderId, Attempt.Kind.DUPLICATE, fault);
    }

    /** A debug call: it may name any order, and leaves no trace but in the record. */
    public List<Attempt> debug(String orderId, String orderLineId, @Nullable Fault fault) {
        requireOn();
        Map<String, Object> members = Notification.members(orderId, orderLineId, "1");
        return calls.notifyOrder(orderId, null, members, Attempt.Kind.DUPLICATE, fault);
    }

    public synchronized Listed listed(Predicate<Notification> wanted, int limit) {
        Map<Notification.State, Integer> byState = new EnumMap<>(Notification.State.class);
        byOrder.values().forEach(each -> byState.merge(each.course().state(), 1, Integer::sum));
        return new Listed(
                on,
                byOrder.size(),
                byState,
                byOrder.sequencedValues().reversed().stream()
                        .filter(wanted)
                        .limit(limit)
                        .toList());
    }

    private void attempt(String orderId) {
        Notification due = find(orderId);
        if (due == null || due.isOver()) {
            return;
        }
        call(orderId, Attempt.Kind.SCHEDULED, null);
        Notification after = find(orderId);
        if (after != null && after.course().nextAttemptAt() != null) {
            timing.timetable()
                    .after(timing.business().realTimeUntil(after.course().nextAttemptAt()), () -> attempt(orderId));
        }
    }

    private List<Attempt> call(String orderId, Attempt.Kind kind, @Nullable Fault fault) {
        requireOn();
        Notification told = known(orderId);
        List<Attempt> made = calls.notifyOrder(orderId, told.purchase(), told.members(), kind, fault);
        made.forEach(attempt -> entered(orderId, attempt));
        return made;
    }

    private synchronized void entered(String orderId, Attempt attempt) {
        byOrder.computeIfPresent(
                orderId,
                (id, before) -> before.answered(attempt, timing.business().now()));
    }

    private synchronized void put(Notification notification) {
        byOrder.put(notification.orderId(), notification);
        if (byOrder.size() > KEPT) {
            byOrder.remove(byOrder.values().stream()
                    .filter(Notification::isOver)
                    .map(Notification::orderId)
                    .findFirst()
                    .orElseGet(() -> byOrder.firstEntry().getKey()));
        }
    }

    private synchronized @Nullable Notification find(String orderId) {
        return byOrder.get(orderId);
    }

    public Notification known(String orderId) {
        Notification found = find(orderId);
        if (found == null) {
            throw new NoSuchElementException("no notification of order " + orderId);
        }
        return found;
    }

    private void requireOn() {
        if (!on) {
            throw new NotNow("no address for order notifications is configured (koobridge.simulator.orders-path)");
        }
    }
}
