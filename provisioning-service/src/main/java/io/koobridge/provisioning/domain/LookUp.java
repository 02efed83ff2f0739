package io.koobridge.provisioning.domain;

import io.koobridge.events.Event;
import io.koobridge.events.FactIds;
import io.koobridge.events.instance.InstanceFact.InstancePurchased;
import io.koobridge.events.instance.InstanceFact.OrderLearned;
import io.koobridge.events.instance.InstanceFact.TermChanged;
import io.koobridge.events.instance.InstanceFact.UpgradeOrdered;
import io.koobridge.events.instance.OrderDetails;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.instance.TermChange;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order that has to be asked about, because a call named it and did not say what was bought. */
public record LookUp(OrderKey order, Cause cause, Told told) {

    /** What the call wanted with the order. */
    public enum Purpose {
        PURCHASE,
        /** Nothing else is sold than before: the order is asked whether it says what the call said, and teaches nothing. */
        RENEWAL,
        /** What is sold changes with the term. */
        TERM,
        UPGRADE
    }

    /**
     * The fact that made it necessary.
     *
     * @param asOf what is learned is as old as this: the signed time, moved behind the order named before it when both are of
     *     the same five seconds, so that of two orders the one that stands later in the topic counts
     */
    public record Cause(Purpose purpose, String factId, Instant asOf) {}

    /** What the call itself said, which the order should confirm. */
    public record Told(
            @Nullable Instant expiresAt, @Nullable String productId) {

        static final Told NOTHING = new Told(null, null);

        static Told of(@Nullable OrderDetails bought) {
            if (bought == null) {
                return NOTHING;
            }
            var product = bought.product();
            return new Told(bought.expiresAt(), product == null ? null : product.productId());
        }
    }

    static LookUp forPurchase(Event<InstancePurchased> event) {
        var told = Told.of(event.data().bought());
        return new LookUp(event.data().order(), new Cause(Purpose.PURCHASE, event.id(), event.asOf()), told);
    }

    static LookUp forTerm(Event<TermChanged> event, Instant asOf) {
        var term = event.data();
        var told = new Told(term.expiresAt(), term.productId());
        return new LookUp(term.order(), new Cause(purpose(term), event.id(), asOf), told);
    }

    static LookUp forUpgrade(Event<UpgradeOrdered> event, Instant asOf) {
        return new LookUp(event.data().order(), new Cause(Purpose.UPGRADE, event.id(), asOf), Told.NOTHING);
    }

    private static Purpose purpose(TermChanged term) {
        return sellsOn(term) ? Purpose.RENEWAL : Purpose.TERM;
    }

    /** Whether a change of the term that does not say what is sold sells the same as before. */
    static boolean sellsOn(TermChanged term) {
        return term.change() == TermChange.RENEWAL && term.productId() == null;
    }

    /**
     * What the order taught, as a fact like any other (design §4, "one door").
     *
     * @param source who asked
     */
    public Event<OrderLearned> learned(String instanceId, OrderDetails details, String source, Instant now) {
        return new Event<>(learnedId(), instanceId, source, cause.asOf(), now, null, new OrderLearned(order, details));
    }

    /** What the order teaches of how either edition may call its purchase; no other order makes an instance. */
    public List<OrderKey> namesByProduct(OrderQuery.Answer.Found found) {
        return cause.purpose() == Purpose.PURCHASE ? OtherEdition.namesByProduct(this, found) : List.of();
    }

    /** Nothing can be made of a purchase of which the call told nothing, whatever later calls add. */
    boolean mustBeKnownFirst() {
        return cause.purpose() == Purpose.PURCHASE && told.equals(Told.NOTHING);
    }

    /** Whether its answer can change what is wanted. */
    boolean teaches() {
        return cause.purpose() != Purpose.RENEWAL;
    }

    /** Whether what it teaches is newer than this. */
    boolean teachesAfter(Instant asOf) {
        return teaches() && cause.asOf().isAfter(asOf);
    }

    String learnedId() {
        return FactIds.learned(cause.factId(), order);
    }
}
