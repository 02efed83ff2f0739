package io.koobridge.simulator.calling;

import io.koobridge.simulator.calling.InstanceQuery.Asked;
import io.koobridge.simulator.life.Book;
import io.koobridge.simulator.life.Sale;
import io.koobridge.simulator.rules.QueryVerdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.PriorityBlockingQueue;

/**
 * Asks for the instance information of acknowledged purchases until it is returned (saas-v2 §2.2). Instances that are due in the same
 * tick share calls of up to the documented hundred; a purchase alone is asked for alone. The rhythm is real time.
 */
public final class Polling {
    private static final Duration TICK = Duration.ofMillis(100);
    private static final int IDS_PER_CALL = 100;

    private final Book book;
    private final InstanceQuery query;
    private final Timing timing;
    private final Duration interval;
    private final PriorityBlockingQueue<Waiting> queue =
            new PriorityBlockingQueue<>(64, Comparator.comparing(Waiting::due));

    private record Waiting(Instant due, Asked question) {}

    public Polling(Book book, InstanceQuery query, Timing timing, Duration interval) {
        this.book = book;
        this.query = query;
        this.timing = timing;
        this.interval = interval;
    }

    public void start() {
        timing.timetable().every(TICK.compareTo(interval) < 0 ? TICK : interval, this::tick);
    }

    /** The first question is asked in the next tick. */
    void watch(Sale sale) {
        String instanceId = sale.instanceIdOrNull();
        if (instanceId != null) {
            queue.add(new Waiting(
                    timing.real().instant(),
                    new Asked(
                            sale.order().orderId(),
                            instanceId,
                            sale.order().chargingMode().reportsUsage())));
        }
    }

    private void tick() {
        Instant now = timing.real().instant();
        List<Asked> due = new ArrayList<>();
        for (Waiting next = queue.poll(); next != null; next = queue.poll()) {
            if (next.due().isAfter(now)) {
                queue.add(next);
                break;
            }
            if (stillWanted(next.question())) {
                due.add(next.question());
            }
        }
        for (int from = 0; from < due.size(); from += IDS_PER_CALL) {
            List<Asked> together = List.copyOf(due.subList(from, Math.min(due.size(), from + IDS_PER_CALL)));
            timing.timetable().now(() -> ask(together));
        }
    }

    private void ask(List<Asked> questions) {
        List<Asked> unanswered = new ArrayList<>(questions);
        try {
            query.ask(questions).forEach((question, verdict) -> {
                if (stillWanted(question)) {
                    book.change(question.orderId(), sale -> polled(sale, verdict));
                }
                if (verdict instanceof QueryVerdict.Ready) {
                    unanswered.remove(question);
                }
            });
        } finally {
            Instant again = timing.real().instant().plus(interval);
            unanswered.forEach(question -> queue.add(new Waiting(again, question)));
        }
    }

    /** Nobody asks for the information of what was released. */
    private boolean stillWanted(Asked question) {
        return book.find(question.orderId()).map(Sale::awaitsInformation).orElse(false);
    }

    private Sale polled(Sale sale, QueryVerdict verdict) {
        Sale polled = sale.polled(InstanceQuery.reason(verdict));
        return verdict instanceof QueryVerdict.Ready ready && sale.awaitsInformation()
                ? polled.ready(ready.delivery(), timing.business().now())
                : polled;
    }
}
