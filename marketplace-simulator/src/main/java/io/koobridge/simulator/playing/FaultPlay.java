package io.koobridge.simulator.playing;

import io.koobridge.simulator.calling.Channel;
import io.koobridge.simulator.calling.Deliveries;
import io.koobridge.simulator.calling.OneOff;
import io.koobridge.simulator.fault.Fault;
import io.koobridge.simulator.fault.Fits;
import io.koobridge.simulator.fault.Reorder;
import io.koobridge.simulator.life.Attempt;
import io.koobridge.simulator.life.Belief;
import io.koobridge.simulator.life.Book;
import io.koobridge.simulator.life.NotNow;
import io.koobridge.simulator.life.Query;
import io.koobridge.simulator.life.Sale;
import io.koobridge.simulator.life.SetStatus;
import io.koobridge.simulator.market.Edition;
import java.util.List;
import java.util.Map;
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

    /** Without a target: a debug call of SaaS in that edition, which touches nothing real. */
    public Played play(Fault fault, @Nullable String activity, Edition edition) {
        return play(fault, activity, edition == Edition.V1 ? Channel.V1 : Channel.V2);
    }

    /** A debug call of whatever kind. */
    public Played play(Fault fault, @Nullable String activity, Channel channel) {
        Fits.require(channel.isGet() ? Edition.V1 : Edition.V2, List.of(fault));
        calls.require(channel);
        if (fault instanceof Reorder reorder) {
            requireNoActivity(activity);
            Map<String, Object> freeze = status(channel, true);
            return played(
                    fault,
                    String.valueOf(freeze.get("activity")),
                    calls.reorderedDebug(channel, freeze, status(channel, false), reorder));
        }
        String wanted = Objects.requireNonNullElseGet(
                activity, () -> DebugCases.of(channel).getFirst().activity());
        DebugCases.Case saved = DebugCases.first(channel, wanted)
                .orElseThrow(() -> new IllegalArgumentException(
                        "activity " + wanted + " is none of those that are debugged of " + channel));
        return played(fault, wanted, calls.debug(channel, saved.members(), fault));
    }

    private static Map<String, Object> status(Channel channel, boolean frozen) {
        return DebugCases.status(channel, frozen)
                .orElseThrow(() -> new IllegalArgumentException("no call of " + channel + " freezes: no REORDER"));
    }

    /** About a purchase, by the edition that it is listed by. */
    public Played play(Fault fault, @Nullable String activity, String target) {
        Sale sale = book.known(target);
        Fits.require(sale.listing().edition(), List.of(fault));
        Belief belief = sale.seen().belief();
        if (belief == null) {
            throw new NotNow("the purchase is not acknowledged (yet)");
        }
        if (fault instanceof Reorder reorder) {
            requireNoActivity(activity);
            if (belief.wanted().value() != Belief.Wanted.ACTIVE || !sale.trail().settled()) {
                throw new NotNow("REORDER needs a purchase that is believed ACTIVE and is settled");
            }
            SetStatus freeze = new SetStatus(true);
            return played(
                    fault,
                    freeze.activity(sale.listing()),
                    calls.reordered(sale, freeze, new SetStatus(false), reorder));
        }
        String wanted = Objects.requireNonNullElseGet(
                activity, () -> sale.trail().first().step().activity(sale.listing()));
        return switch (wanted) {
            case PURCHASE, "getLicense" ->
                played(fault, wanted, deliveries.again(sale.order().orderId(), fault));
            case "queryInstance" -> played(fault, wanted, calls.about(sale, new Query(List.of()), fault));
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
