package io.koobridge.simulator.calling;

import io.koobridge.simulator.life.Book;
import io.koobridge.simulator.life.Sale;
import io.koobridge.simulator.market.Order;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Runs bulk purchases; remembers the newest {@value #RUNS_KEPT} runs. */
public final class Bulk {
    private static final int RUNS_KEPT = 100;

    private final Deliveries deliveries;
    private final Timing timing;
    private final AtomicInteger numbers = new AtomicInteger();
    private final Map<String, Progress> runs = new LinkedHashMap<>();

    public Bulk(Deliveries deliveries, Timing timing) {
        this.deliveries = deliveries;
        this.timing = timing;
    }

    /** How far a run is. {@code refused} purchases found the book full and were not made. */
    public record State(String bulk, int planned, int started, int duplicates, int refused) {}

    private record Progress(
            String bulk, BulkRun run, AtomicInteger started, AtomicInteger duplicates, AtomicInteger refused) {
        State state() {
            return new State(bulk, run.count(), started.get(), duplicates.get(), refused.get());
        }
    }

    public State start(BulkRun run, Supplier<Order> orders) {
        deliveries.requireSold(run.listing());
        Progress progress = new Progress(
                "bulk-" + numbers.incrementAndGet(),
                run,
                new AtomicInteger(),
                new AtomicInteger(),
                new AtomicInteger());
        synchronized (runs) {
            runs.put(progress.bulk(), progress);
            if (runs.size() > RUNS_KEPT) {
                runs.remove(runs.keySet().iterator().next());
            }
        }
        step(progress, orders, System.nanoTime(), 0);
        return progress.state();
    }

    public Optional<State> state(String bulk) {
        synchronized (runs) {
            return Optional.ofNullable(runs.get(bulk)).map(Progress::state);
        }
    }

    /** Makes what is due and comes back for the next: nothing waits in memory that has not been ordered yet. */
    private void step(Progress progress, Supplier<Order> orders, long startNanos, int index) {
        if (index == progress.run().count()) {
            return;
        }
        Duration due = progress.run().startOf(index).minusNanos(System.nanoTime() - startNanos);
        timing.timetable().after(due.isNegative() ? Duration.ZERO : due, () -> {
            buy(progress, orders.get(), progress.run().duplicated(index));
            step(progress, orders, startNanos, index + 1);
        });
    }

    private void buy(Progress progress, Order order, boolean twice) {
        Sale sale = Sale.of(order, progress.run().listing(), progress.run().plan(timing), progress.bulk());
        if (deliveries.start(sale) != Book.Entry.ADDED) {
            progress.refused().incrementAndGet();
            return;
        }
        progress.started().incrementAndGet();
        if (twice) {
            progress.duplicates().incrementAndGet();
            deliveries.duplicateSoon(order.orderId());
        }
    }
}
