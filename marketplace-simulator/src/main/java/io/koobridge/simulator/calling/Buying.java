package io.koobridge.simulator.calling;

import io.koobridge.simulator.market.Attempt;
import io.koobridge.simulator.market.Book;
import io.koobridge.simulator.market.Purchase.Accepted;
import io.koobridge.simulator.market.Purchase.Ordered;
import io.koobridge.simulator.market.Purchase.Ready;
import io.koobridge.simulator.market.Purchase.Refunded;
import io.koobridge.simulator.market.Sale;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes purchases to the seller: first call, repeats by timetable, restarts and duplicates on request. */
public final class Buying {
    private static final Logger log = LoggerFactory.getLogger(Buying.class);

    private final Book book;
    private final NewInstanceCall call;
    private final Polling polling;
    private final Timing timing;

    public Buying(Book book, NewInstanceCall call, Polling polling, Timing timing) {
        this.book = book;
        this.call = call;
        this.polling = polling;
        this.timing = timing;
    }

    /** Enters the sale and sends the first call in the background. */
    public Book.Entry start(Sale sale) {
        Book.Entry entry = book.add(sale);
        if (entry == Book.Entry.ADDED) {
            timing.timetable().now(() -> scheduled(sale.order().orderId()));
        }
        return entry;
    }

    public sealed interface Restarted {
        record Done(Attempt attempt) implements Restarted {}

        /** Only a purchase that the seller has not acknowledged can be restarted. */
        record NotNeeded(String status) implements Restarted {}
    }

    /** What the seller's "restart" button does. Blocks until the call is answered. */
    public Restarted restart(String orderId) {
        Sale sale = known(orderId);
        return sale.purchase() instanceof Ordered
                ? new Restarted.Done(
                        attempt(sale, Attempt.Kind.RESTART).attempts().getLast())
                : new Restarted.NotNeeded(sale.purchase().status());
    }

    /** Calls again, one after the other, although nothing asks for it. Blocks until the last call is answered. */
    public List<Attempt> duplicate(String orderId, int count) {
        List<Attempt> attempts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            attempts.add(
                    attempt(known(orderId), Attempt.Kind.DUPLICATE).attempts().getLast());
        }
        return List.copyOf(attempts);
    }

    void duplicateSoon(String orderId) {
        timing.timetable().now(() -> duplicate(orderId, 1));
    }

    private void scheduled(String orderId) {
        Sale sale = known(orderId);
        // A restart or a duplicate may have succeeded in the meantime.
        if (!(sale.purchase() instanceof Ordered)) {
            return;
        }
        switch (attempt(sale, Attempt.Kind.SCHEDULED).purchase()) {
            case Ordered ordered -> repeatAt(ordered.nextAttemptAt(), orderId);
            case Refunded refunded ->
                log.atWarn()
                        .addKeyValue("orderId", orderId)
                        .addKeyValue("reason", refunded.lastReason())
                        .log("order failed and was refunded");
            case Accepted _, Ready _ -> {
                // Polling has it.
            }
        }
    }

    private void repeatAt(@Nullable Instant next, String orderId) {
        if (next != null) {
            timing.timetable().after(timing.business().realTimeUntil(next), () -> scheduled(orderId));
        }
    }

    /** The sale after the answer; its last attempt is this one. */
    private Sale attempt(Sale sale, Attempt.Kind kind) {
        Attempt attempt = call.make(sale.order(), kind);
        Book.Answered answered =
                book.answered(sale.order().orderId(), attempt, timing.business().now());
        if (answered.justAccepted() && answered.sale().purchase() instanceof Accepted accepted) {
            polling.watch(answered.sale(), accepted);
        }
        return answered.sale();
    }

    private Sale known(String orderId) {
        return book.find(orderId)
                .orElseThrow(() -> new NoSuchElementException("order " + orderId + " is not in the book (any more)"));
    }
}
