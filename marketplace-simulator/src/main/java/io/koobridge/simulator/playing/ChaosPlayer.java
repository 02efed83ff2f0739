package io.koobridge.simulator.playing;

import io.koobridge.simulator.calling.Deliveries;
import io.koobridge.simulator.calling.StepRequest;
import io.koobridge.simulator.calling.Till;
import io.koobridge.simulator.fault.Fault;
import io.koobridge.simulator.life.Book;
import io.koobridge.simulator.life.Deed;
import io.koobridge.simulator.life.NotNow;
import io.koobridge.simulator.life.Sale;
import io.koobridge.simulator.life.StepState;
import io.koobridge.simulator.life.UpgradeWish;
import io.koobridge.simulator.market.Buyer;
import io.koobridge.simulator.market.Edition;
import io.koobridge.simulator.market.Listing;
import io.koobridge.simulator.market.Order;
import io.koobridge.simulator.market.OrderType;
import io.koobridge.simulator.market.Period;
import io.koobridge.simulator.market.Product;
import io.koobridge.simulator.market.RetryPlan;
import java.time.Duration;
import java.util.List;

/** Takes one purchase through its script. It never goes on while a step is not acknowledged: only so is it foretold what the seller must hold for true. */
final class ChaosPlayer {
    private static final Duration REPEAT = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LONG = Duration.ofHours(1);
    private static final long PAUSE_MILLIS = 200;

    private final Book book;
    private final Deliveries deliveries;
    private final Till till;
    private final ChaosTally tally;

    ChaosPlayer(Book book, Deliveries deliveries, Till till, ChaosTally tally) {
        this.book = book;
        this.deliveries = deliveries;
        this.till = till;
        this.tally = tally;
    }

    /** The order id, or nothing when the book is full. */
    List<String> buy(ChaosScript script) {
        Period period = script.trial() ? new Period(Period.Unit.DAY, 15) : new Period(Period.Unit.MONTH, 1);
        Order order = Order.placed(
                till.newOrderId(),
                script.trial() ? OrderType.TRIAL : OrderType.NEW,
                new Order.Terms(script.mode(), script.mode().hasPeriod() ? period : null, Product.standard(1)),
                Buyer.example(),
                till.now());
        List<Fault> faults = script.faultsOfPurchase();
        Listing listing = Listing.V2.as(script.edition());
        if (deliveries.start(Sale.of(order, listing, untilAcknowledged(), faults)) != Book.Entry.ADDED) {
            return List.of();
        }
        tally.step("NEW_INSTANCE", script.edition(), faults);
        return List.of(order.orderId());
    }

    /** Returns when the time is over or the instance is released. */
    void play(String orderId, ChaosScript script, ChaosTime time) throws InterruptedException {
        settle(orderId, time);
        ChaosScript.Move move = script.next();
        while (!time.isOver() && book.known(orderId).trail().settled()) {
            if (!isListedFor(orderId, move.edition(), time)) {
                return;
            }
            request(orderId, move);
            if (move.reordered()) {
                request(orderId, script.nextAfterReordered());
            }
            settle(orderId, time);
            if (move.last()) {
                return;
            }
            Thread.sleep(PAUSE_MILLIS);
            move = script.next();
        }
    }

    /** Restarts what failed until everything is acknowledged, or the time is over. */
    void settle(String orderId, ChaosTime time) throws InterruptedException {
        while (!time.isOver()) {
            Sale sale = book.await(orderId, now -> now.trail().idle(), time.left(PATIENCE));
            List<Deed> failed = sale.trail().deeds().stream()
                    .filter(deed -> deed.state() instanceof StepState.Failed)
                    .toList();
            if (sale.trail().idle() && failed.isEmpty()) {
                return;
            }
            for (Deed deed : failed) {
                tally.restart();
                restarted(orderId, deed);
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private void restarted(String orderId, Deed deed) {
        try {
            deliveries.restart(orderId, deed.number());
        } catch (NotNow meanwhile) {
            // Somebody else restarted it.
        }
    }

    /**
     * Nothing is under way: the sale can move. Only what was handed over is listed anew, as in life: until then a seller whom V2 told an order's line alone may
     * not have learned its product, by which V1 calls what is used. False when the time was over first.
     */
    private boolean isListedFor(String orderId, Edition edition, ChaosTime time) throws InterruptedException {
        Listing before = book.known(orderId).listing();
        if (before.edition() == edition) {
            return true;
        }
        if (book.await(orderId, now -> !now.awaitsInformation(), time.left(LONG))
                .awaitsInformation()) {
            return false;
        }
        var unused = deliveries.listed(orderId, before.as(edition));
        tally.listedAnew();
        return true;
    }

    private void request(String orderId, ChaosScript.Move move) {
        RetryPlan plan = move.wish() instanceof UpgradeWish ? untilAcknowledged() : threeTimes();
        Deed deed = deliveries.request(orderId, new StepRequest(move.wish(), move.faults(), plan));
        tally.step(deed.step().kind().name(), move.edition(), move.faults());
    }

    /** A refunded order could not be healed. */
    private RetryPlan untilAcknowledged() {
        return RetryPlan.untilAcknowledged(till.timing().business().compressed(REPEAT));
    }

    private RetryPlan threeTimes() {
        Duration every = till.timing().business().compressed(REPEAT);
        return new RetryPlan(every, every.multipliedBy(2));
    }
}
