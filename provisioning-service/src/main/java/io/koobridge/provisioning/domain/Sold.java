package io.koobridge.provisioning.domain;

import io.koobridge.events.Event;
import io.koobridge.events.Outcome;
import io.koobridge.events.Outcome.Applied;
import io.koobridge.events.Outcome.Stale;
import io.koobridge.events.instance.InstanceFact;
import io.koobridge.events.instance.InstanceFact.TermChanged;
import io.koobridge.events.instance.InstanceFact.UpgradeOrdered;
import io.koobridge.events.instance.OrderDetails;
import io.koobridge.events.instance.OrderDetails.Product;
import io.koobridge.events.instance.Phase;
import io.koobridge.events.instance.TermChange;
import io.koobridge.events.instance.WantedState;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can be frozen, thawed, renewed and upgraded. */
public sealed interface Sold extends Stage {

    /** Ordered, not ready yet. What is asked of it meanwhile is stored and made real together with the rest. */
    record Provisioning(Instance instance) implements Sold {

        @Override
        public Phase phase() {
            return Phase.PROVISIONING;
        }
    }

    record Active(Instance instance) implements Sold {

        @Override
        public Phase phase() {
            return Phase.ACTIVE;
        }
    }

    /** Unusable, data kept. */
    record Frozen(Instance instance) implements Sold {

        @Override
        public Phase phase() {
            return Phase.FROZEN;
        }
    }

    default Outcome<Instance> freeze(Event<? extends InstanceFact> event) {
        return want(WantedState.FROZEN, event);
    }

    default Outcome<Instance> unfreeze(Event<? extends InstanceFact> event) {
        return want(WantedState.ACTIVE, event);
    }

    /**
     * A renewal never shortens; every other change is taken as sent (design §4, "Expiry"). What was bought by it, the call
     * tells in V1 and the order otherwise; a cancelled renewal names different orders on different sites, so nobody asks about that one (saas-v2 §5.1). End,
     * thaw and order are each judged for themselves: what is too late for one of them may be in time for another.
     */
    default Outcome<Instance> changeTerm(Event<TermChanged> event) {
        var spec = instance().spec();
        if (!inTime(spec, event)) {
            return new Stale<>("an end as of %s is already known"
                    .formatted(
                            Optional.ofNullable(spec.expiry()).map(Part::asOf).orElse(event.asOf())));
        }
        // Also when it changes nothing now: it must not change anything when it comes again, after others.
        return new Applied<>(instance().with(sold(thawed(ending(instance(), event), event), event), event));
    }

    /**
     * What it is upgraded to is in the call (saas-v1 §3.5), or in the order (saas-v2 §6.5): until that is known nothing else
     * is wanted than before.
     */
    default Outcome<Instance> upgrade(Event<UpgradeOrdered> event) {
        var spec = instance().spec();
        return turn(spec, event.asOf())
                .<Outcome<Instance>>map(asOf -> new Applied<>(instance().with(upgraded(spec, event, asOf), event)))
                .orElseGet(() -> new Stale<>("another order was named as of %s"
                        .formatted(spec.orderNamedAt().orElseThrow())));
    }

    private Outcome<Instance> want(WantedState next, Event<? extends InstanceFact> event) {
        var wanted = instance().spec().wanted();
        return wanted.newerThan(event.asOf())
                ? new Stale<>("%s as of %s is already wanted".formatted(wanted.value(), wanted.asOf()))
                : new Applied<>(
                        instance().with(instance().spec().withWanted(Part.since(wanted, next, event.asOf())), event));
    }

    private static boolean inTime(Spec spec, Event<TermChanged> event) {
        var end = spec.expiry();
        return end == null
                || !end.newerThan(event.asOf())
                || (event.data().thaws() && !spec.wanted().newerThan(event.asOf()))
                || (event.data().change() != TermChange.UNSUBSCRIBE_RENEWAL_PERIOD
                        && turn(spec, event.asOf()).isPresent());
    }

    /** The end and the order that is in force until then are one: what is too late for the one is too late for the other. */
    private static Spec ending(Instance instance, Event<TermChanged> event) {
        var spec = instance.spec();
        var known = spec.expiry();
        return overtaken(spec, event)
                ? spec
                : spec.withExpiry(Part.since(known, expiry(event.data(), known), event.asOf()))
                        .withPaid(instance.paid().after(event, instance.order()));
    }

    private static Instant expiry(TermChanged term, @Nullable Part<Instant> known) {
        return term.change() == TermChange.RENEWAL
                        && known != null
                        && known.value().isAfter(term.expiresAt())
                ? known.value()
                : term.expiresAt();
    }

    private static Spec thawed(Spec spec, Event<TermChanged> event) {
        var wanted = spec.wanted();
        return !event.data().thaws() || wanted.newerThan(event.asOf())
                ? spec
                : spec.withWanted(Part.since(wanted, WantedState.ACTIVE, event.asOf()));
    }

    private static Spec upgraded(Spec spec, Event<UpgradeOrdered> event, Instant asOf) {
        var told = event.data().bought();
        if (told == null) {
            return spec.withLookUp(LookUp.forUpgrade(event, asOf));
        }
        var known = spec.bought();
        return spec.withBought(new Part<>(known == null ? told : Telling.upgraded(known.value(), told), asOf));
    }

    private static Spec sold(Spec spec, Event<TermChanged> event) {
        var told = event.data().bought();
        if (told == null) {
            return named(spec, event);
        }
        var product = Telling.product(event.data(), told);
        return product == null || event.data().change() == TermChange.UNSUBSCRIBE_RENEWAL_PERIOD
                ? soldOn(spec, event, told)
                : turn(spec, event.asOf())
                        .map(asOf -> spec.withBought(new Part<>(renewed(spec, event, told, product), asOf)))
                        .orElse(spec);
    }

    /** Of a change that another one has overtaken nothing counts any more but the product that it sold. */
    private static OrderDetails renewed(Spec spec, Event<TermChanged> event, OrderDetails told, Product product) {
        var known = spec.bought();
        if (known == null) {
            return Telling.renewed(told, told, product);
        }
        return overtaken(spec, event)
                ? Telling.overtaken(known.value(), told, product)
                : Telling.renewed(known.value(), told, product);
    }

    private static boolean overtaken(Spec spec, Event<TermChanged> event) {
        return spec.expiry() != null && spec.expiry().newerThan(event.asOf());
    }

    /**
     * The same is sold as before, so what is known of it grows no younger: an upgrade that was signed before this call may
     * still come after it.
     */
    private static Spec soldOn(Spec spec, Event<TermChanged> event, OrderDetails told) {
        var known = spec.bought();
        if (known == null) {
            return spec.withBought(new Part<>(told, Instant.EPOCH));
        }
        if (known.newerThan(event.asOf()) || overtaken(spec, event)) {
            return spec;
        }
        var next = event.data().change() == TermChange.UNSUBSCRIBE_RENEWAL_PERIOD
                ? Telling.cancelled(known.value(), told)
                : Telling.renewed(known.value(), told, null);
        return spec.withBought(new Part<>(next, known.asOf()));
    }

    private static Spec named(Spec spec, Event<TermChanged> event) {
        return event.data().change() == TermChange.UNSUBSCRIBE_RENEWAL_PERIOD
                ? spec
                : turn(spec, event.asOf())
                        .map(asOf -> spec.withLookUp(LookUp.forTerm(event, asOf)))
                        .orElse(spec);
    }

    /** The time under which an order counts that is named now; empty when a newer one was named before. */
    private static Optional<Instant> turn(Spec spec, Instant asOf) {
        var newest = spec.orderNamedAt().orElse(Instant.MIN);
        if (Part.newer(newest, asOf)) {
            return Optional.empty();
        }
        return Optional.of(newest.isBefore(asOf) ? asOf : newest.plusNanos(1));
    }
}
