package io.koobridge.simulator.calling;

import io.koobridge.simulator.fault.Fault;
import io.koobridge.simulator.fault.Reorder;
import io.koobridge.simulator.life.Attempt;
import io.koobridge.simulator.life.Attempt.Kind;
import io.koobridge.simulator.life.Book;
import io.koobridge.simulator.life.Deed;
import io.koobridge.simulator.life.NewInstance;
import io.koobridge.simulator.life.NotNow;
import io.koobridge.simulator.life.Sale;
import io.koobridge.simulator.life.StepState;
import io.koobridge.simulator.market.Generation;
import io.koobridge.simulator.market.Listing;
import io.koobridge.simulator.market.Order;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes steps to the seller: those of one purchase one after the other, each with its first call, its repeats by timetable, restarts and duplicates on request.
 */
public final class Deliveries {
    private static final Logger log = LoggerFactory.getLogger(Deliveries.class);
    private static final Duration HELD_AT_MOST = Duration.ofSeconds(40);

    // From the last of two hours of calls to the refund after three (license §2.4).
    private static final Duration PEOPLE_HAVE = Duration.ofHours(1);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    private final Book book;
    private final Desk desk;
    private final Afterwards afterwards;
    private final Timing timing;
    private final HeldBack heldBack = new HeldBack();

    public Deliveries(Book book, Desk desk, Afterwards afterwards, Timing timing) {
        this.book = book;
        this.desk = desk;
        this.afterwards = afterwards;
        this.timing = timing;
    }

    /** Enters the sale and sends the first call in the background. */
    public Book.Entry start(Sale sale) {
        requireSold(sale.listing());
        Book.Entry entry = book.add(sale);
        if (entry == Book.Entry.ADDED) {
            timing.timetable().now(() -> attempt(sale.order().orderId(), 1));
            afterwards.orders().paid(sale.order(), sale.order().orderId());
        }
        return entry;
    }

    /** Refuses products that the seller has no address for. */
    void requireSold(Listing listing) {
        desk.requireSold(listing);
    }

    /** Service supervision: what calls could not bring (license §2.4). */
    public Sale byHand(String orderId, String instanceId, String license) {
        Sale sale = book.known(orderId);
        if (sale.listing().generation() != Generation.LICENSE_V1
                || !(sale.trail().first().state() instanceof StepState.Failed)) {
            throw new NotNow("only a purchase of License V1 that FAILED is delivered by hand");
        }
        var unused = entered(
                orderId,
                1,
                List.of(Attempt.byHand(instanceId, license, timing.real().instant())));
        return book.known(orderId);
    }

    /** Enters a step; it is delivered in the background as soon as it is its turn. */
    public Deed request(String orderId, StepRequest request) {
        Sale sale = book.request(orderId, before -> desk.requested(before, request));
        timing.timetable().now(() -> begin(orderId));
        Deed asked = sale.trail().last();
        Order order = asked.step().order();
        if (order != null) {
            afterwards.orders().paid(order, orderId);
        }
        return asked;
    }

    /** What the seller's "restart" button does. Blocks until the call is answered. */
    public Attempt restart(String orderId, int number) {
        Sale sale = book.known(orderId);
        Deed deed = sale.trail().known(number);
        if (!(deed.state() instanceof StepState.Delivering) && !(deed.state() instanceof StepState.Failed)) {
            throw new NotNow("only a step that is DELIVERING or FAILED can be restarted, not one that is "
                    + deed.state().written());
        }
        List<Attempt> made = desk.courier().call(desk.errand(sale, deed.step()), Kind.RESTART, null);
        return entered(orderId, number, made).getFirst();
    }

    /** Calls {@code newInstance} again, one after the other, although nothing asks for it. Blocks until the last call is answered. */
    public List<Attempt> duplicate(String orderId, int count) {
        List<Attempt> attempts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Sale sale = book.known(orderId);
            List<Attempt> made =
                    desk.courier().call(desk.errand(sale, sale.trail().first().step()), Kind.DUPLICATE, null);
            attempts.addAll(entered(orderId, 1, made));
        }
        return List.copyOf(attempts);
    }

    /** {@code newInstance} once more, with something wrong. */
    public List<Attempt> again(String orderId, Fault fault) {
        Sale sale = book.known(orderId);
        return entered(
                orderId,
                1,
                desk.courier().call(desk.errand(sale, sale.trail().first().step()), Kind.DUPLICATE, fault));
    }

    /** From the next call on it is called by that edition. */
    public Sale listed(String orderId, Listing listing) {
        return book.change(orderId, sale -> sale.listed(listing));
    }

    void duplicateSoon(String orderId) {
        timing.timetable().now(() -> duplicate(orderId, 1));
    }

    private void begin(String orderId) {
        book.beginNext(orderId, timing.business().now(), timing.real().instant())
                .ifPresent(deed -> timing.timetable().now(() -> attempt(orderId, deed.number())));
    }

    /** The next attempt by timetable, unless a restart or a duplicate has succeeded in the meantime. */
    private void attempt(String orderId, int number) {
        Optional<Deed> due = book.find(orderId)
                .flatMap(sale -> sale.trail().find(number))
                .filter(deed -> deed.state() instanceof StepState.Delivering);
        if (due.isEmpty()) {
            return;
        }
        Deed deed = due.get();
        List<Fault> faults = deed.delivered().faults();
        Fault fault = faults.isEmpty() ? null : faults.getFirst();
        Sale sale = fault == null ? book.known(orderId) : book.change(orderId, before -> before.faultMade(number));
        if (fault instanceof Reorder reorder) {
            hold(sale, deed, reorder);
            return;
        }
        List<Attempt> made = desk.courier().call(desk.errand(sale, deed.step()), Kind.SCHEDULED, fault);
        entered(orderId, number, made);
        if (fault != null && fault.additional()) {
            attempt(orderId, number);
        } else {
            goOn(orderId, number, () -> attempt(orderId, number));
        }
    }

    /** Entered in the book, in the order of the list; the attempts as they are numbered there. */
    private List<Attempt> entered(String orderId, int number, List<Attempt> made) {
        List<Attempt> numbered = new ArrayList<>();
        for (Attempt attempt : made) {
            Book.Answered answered =
                    book.answered(orderId, number, attempt, timing.business().now());
            if (answered.justAccepted() && answered.sale().awaitsInformation()) {
                afterwards.polling().watch(answered.sale());
            }
            numbered.add(answered.deed().attempts().newest().getLast());
        }
        for (int held : heldBack.before(orderId, number)) {
            timing.timetable().now(() -> letGo(orderId, held));
        }
        if (state(orderId, number).map(StepState::isOver).orElse(true)) {
            begin(orderId);
        }
        return numbered;
    }

    private void goOn(String orderId, int number, Runnable repeat) {
        state(orderId, number).ifPresent(state -> {
            if (state instanceof StepState.Delivering delivering && delivering.nextAttemptAt() != null) {
                timing.timetable().after(timing.business().realTimeUntil(delivering.nextAttemptAt()), repeat);
            }
            if (state instanceof StepState.Failed) {
                refundLater(orderId, number);
            }
            if (state instanceof StepState.Refunded refunded) {
                log.atWarn()
                        .addKeyValue("orderId", orderId)
                        .addKeyValue("step", number)
                        .addKeyValue("reason", refunded.reason())
                        .log("order failed and was refunded");
            }
        });
    }

    private void refundLater(String orderId, int number) {
        boolean later = book.known(orderId).trail().known(number).step() instanceof NewInstance first
                && first.refund() == NewInstance.Refund.AN_HOUR_LATER;
        if (later) {
            Instant at = timing.business().now().plus(PEOPLE_HAVE);
            timing.timetable().after(timing.business().realTimeUntil(at), () -> {
                book.refundedLate(orderId, number, timing.business().now());
                begin(orderId);
            });
        }
    }

    /** Empty when the purchase or the step has been forgotten, which happens only to what is over. */
    private Optional<StepState> state(String orderId, int number) {
        return book.find(orderId).flatMap(sale -> sale.trail().find(number)).map(Deed::state);
    }

    private void hold(Sale sale, Deed deed, Reorder reorder) {
        String orderId = sale.order().orderId();
        Sealed sealed = desk.courier().seal(desk.errand(sale, deed.step()));
        heldBack.put(orderId, deed.number(), new HeldBack.Kept(sealed, reorder));
        Duration gap = Duration.ofSeconds(reorder.seconds());
        Instant nextFrom = sealed.letter().signedAt().plus(gap);
        book.change(orderId, before -> before.held(deed.number(), nextFrom));
        // A little later, so that the clock has surely reached it.
        timing.timetable().after(gap.plusMillis(5), () -> begin(orderId));
        timing.timetable().after(HELD_AT_MOST, () -> letGo(orderId, deed.number()));
    }

    private void letGo(String orderId, int number) {
        heldBack.take(orderId, number).ifPresent(kept -> {
            Sale sale = book.change(orderId, before -> before.letGo(number));
            Deed deed = sale.trail().known(number);
            List<Attempt> made =
                    desk.courier().deliverLate(desk.errand(sale, deed.step()), kept.sealed(), kept.reorder());
            entered(orderId, number, made);
            goOn(orderId, number, () -> repeatLate(orderId, number));
        });
    }

    /**
     * Repeated only when the step that overtook it is over: two steps that are repeated beside each other would have their
     * signatures in any order.
     */
    private void repeatLate(String orderId, int number) {
        if (state(orderId, number + 1).map(StepState::isOver).orElse(true)) {
            attempt(orderId, number);
        } else {
            timing.timetable().after(LOOK_AGAIN, () -> repeatLate(orderId, number));
        }
    }
}
