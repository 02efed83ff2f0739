package io.koobridge.simulator.playing;

import io.koobridge.simulator.calling.Deliveries;
import io.koobridge.simulator.calling.OneOff;
import io.koobridge.simulator.fault.Fault;
import io.koobridge.simulator.fault.Reorder;
import io.koobridge.simulator.life.Attempt;
import io.koobridge.simulator.life.Belief;
import io.koobridge.simulator.life.Book;
import io.koobridge.simulator.life.Details;
import io.koobridge.simulator.life.NotNow;
import io.koobridge.simulator.life.Sale;
import io.koobridge.simulator.life.SetStatus;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Makes one faulted call and compares what was expected with what came. Blocks until it is answered. */
public final class FaultPlay {
    private static final String PURCHASE = "newInstance";

    private final Book book;
    private final Deliveries deliveries;
    private final OneOff calls;

    public FaultPlay(Book book, Deliveries deliveries, OneOff calls) {
        this.book = book;
        this.deliveries = deliveries;
        this.calls = calls;
    }

    /**
     * What was expected, and what came.
     *
     * @param got a result code or NO_ANSWER: of the first call that was not as expected, else of the last
     */
    public record Played(
            String kind, String activity, String expected, String got, boolean asExpected, List<Attempt> calls) {}

    /** Without a target: a debug call, which touches nothing real. */
    public Played play(Fault fault, @Nullable String activity, @Nullable String target) {
        if (target != null) {
            return aboutPurchase(fault, activity, book.known(target));
        }
        if (fault instanceof Reorder reorder) {
            requireNoActivity(activity);
            return played(
                    fault,
                    "updateInstanceStatus",
                    calls.reorderedDebug(DebugCases.status(true), DebugCases.status(false), reorder));
        }
        String wanted = Objects.requireNonNullElse(activity, PURCHASE);
        DebugCases.Case saved = DebugCases.first(wanted)
                .orElseThrow(() -> new IllegalArgumentException("activity " + wanted + " is none of the seven"));
        return played(fault, wanted, calls.debug(saved.members(), fault));
    }

    private Played aboutPurchase(Fault fault, @Nullable String activity, Sale sale) {
        Belief belief = sale.seen().belief();
        if (belief == null) {
            throw new NotNow("the purchase is not acknowledged (yet)");
        }
        if (fault instanceof Reorder reorder) {
            requireNoActivity(activity);
            if (belief.wanted().value() != Belief.Wanted.ACTIVE || !sale.trail().settled()) {
                throw new NotNow("REORDER needs a purchase that is believed ACTIVE and is settled");
            }
            return played(
                    fault,
                    "updateInstanceStatus",
                    calls.reordered(sale, new SetStatus(true), new SetStatus(false), reorder));
        }
        String wanted = Objects.requireNonNullElse(activity, PURCHASE);
        return switch (wanted) {
            case PURCHASE -> played(fault, wanted, deliveries.again(sale.order().orderId(), fault));
            case "queryInstance" -> played(fault, wanted, calls.about(sale, new Details(), fault));
            default ->
                throw new IllegalArgumentException(
                        "with a target only newInstance and queryInstance can be played: others would change what is believed");
        };
    }

    private static void requireNoActivity(@Nullable String activity) {
        if (activity != null) {
            throw new IllegalArgumentException("REORDER plays updateInstanceStatus: leave activity out");
        }
    }

    private static Played played(Fault fault, String activity, List<Attempt> made) {
        Predicate<Attempt> unexpected = attempt -> attempt.wrong() == null
                ? !attempt.acknowledged()
                : !attempt.wrong().asExpected();
        Attempt telling = made.stream().filter(unexpected).findFirst().orElse(made.getLast());
        return new Played(
                fault.name(),
                activity,
                fault.expected().written(),
                Objects.requireNonNullElse(telling.heard().resultCode(), "NO_ANSWER"),
                made.stream().noneMatch(unexpected),
                made);
    }
}
