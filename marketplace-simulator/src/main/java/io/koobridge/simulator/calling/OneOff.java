package io.koobridge.simulator.calling;

import io.koobridge.simulator.calling.Call.About;
import io.koobridge.simulator.fault.Fault;
import io.koobridge.simulator.fault.Reorder;
import io.koobridge.simulator.life.Attempt;
import io.koobridge.simulator.life.Attempt.Kind;
import io.koobridge.simulator.life.Sale;
import io.koobridge.simulator.life.Step;
import io.koobridge.simulator.rules.Question;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Calls that belong to no step: debug calls and single faults. Blocks until all are answered. */
public final class OneOff {
    private final Desk desk;
    private final Ids ids;

    public OneOff(Desk desk, Ids ids) {
        this.desk = desk;
        this.ids = ids;
    }

    /** Refuses what has no address. */
    public void require(Channel channel) {
        desk.require(channel);
    }

    /** A debug call as saved; {@code members} hold the activity. */
    public Attempt debug(Channel channel, Map<String, Object> members) {
        return desk.courier()
                .call(debugErrand(channel, members, false), Kind.SCHEDULED, null)
                .getFirst();
    }

    /** With something wrong; a businessId is new in every call then, as in real life. */
    public List<Attempt> debug(Channel channel, Map<String, Object> members, Fault fault) {
        return desk.courier().call(debugErrand(channel, members, true), Kind.DUPLICATE, fault);
    }

    /**
     * One order notification (order-notification §4).
     *
     * @param purchase order id of the purchase; null while debugging
     */
    public List<Attempt> notifyOrder(
            String orderId, @Nullable String purchase, Map<String, Object> members, Kind kind, @Nullable Fault fault) {
        About about = new About(String.valueOf(members.get("activity")), orderId, purchase, null);
        Errand errand = new Errand(about, Channel.ORDERS, new Question.Done(), () -> new Errand.Said(members, null));
        return desk.courier().call(errand, kind, fault);
    }

    /** The application for a licence (license §3.5): the same words each time, as the event is what it is known by. */
    public List<Attempt> apply(About about, Map<String, Object> members, Kind kind, @Nullable Fault fault) {
        Errand errand =
                new Errand(about, Channel.LICENSE, new Question.Application(), () -> new Errand.Said(members, null));
        return desk.courier().call(errand, kind, fault);
    }

    /** About a purchase, without a trace in its book. */
    public List<Attempt> about(Sale sale, Step step, Fault fault) {
        return desk.courier().call(desk.errand(sale, step), Kind.DUPLICATE, fault);
    }

    public List<Attempt> reorderedDebug(
            Channel channel, Map<String, Object> older, Map<String, Object> newer, Reorder reorder) {
        return reordered(debugErrand(channel, older, true), debugErrand(channel, newer, true), reorder);
    }

    /** First the newer one, then the one that was signed before it. */
    public List<Attempt> reordered(Sale sale, Step older, Step newer, Reorder reorder) {
        return reordered(desk.errand(sale, older), desk.errand(sale, newer), reorder);
    }

    private List<Attempt> reordered(Errand older, Errand newer, Reorder reorder) {
        Sealed sealed = desk.courier().seal(older);
        try {
            Thread.sleep(reorder.seconds() * 1000L);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a call was held back", e);
        }
        List<Attempt> made = new ArrayList<>(desk.courier().call(newer, Kind.DUPLICATE, null));
        made.addAll(desk.courier().deliverLate(older, sealed, reorder));
        return List.copyOf(made);
    }

    private Errand debugErrand(Channel channel, Map<String, Object> members, boolean fresh) {
        String activity = String.valueOf(members.get("activity"));
        String instanceId = text(members.get("instanceId"));
        return new Errand(
                new About(activity, text(members.get("orderId")), null, instanceId),
                channel,
                Question.of(activity, instanceId == null ? "" : instanceId, false),
                () -> said(members, fresh));
    }

    private Errand.Said said(Map<String, Object> members, boolean fresh) {
        String saved = text(members.get("businessId"));
        if (saved == null || !fresh) {
            return new Errand.Said(members, saved);
        }
        Map<String, Object> said = new LinkedHashMap<>(members);
        String businessId = ids.businessId();
        said.put("businessId", businessId);
        return new Errand.Said(said, businessId);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
