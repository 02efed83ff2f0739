package io.koobridge.provisioning.domain;

import io.koobridge.events.Event;
import io.koobridge.events.Outcome;
import io.koobridge.events.Outcome.Applied;
import io.koobridge.events.Outcome.Stale;
import io.koobridge.events.instance.InstanceFact;
import io.koobridge.events.instance.InstanceFact.TermChanged;
import io.koobridge.events.instance.InstanceFact.UpgradeOrdered;
import io.koobridge.events.instance.Phase;
import io.koobridge.events.instance.TermChange;
import io.koobridge.events.instance.WantedState;
import java.time.Instant;
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
     * A renewal never shortens; every other change is taken as sent (design §4, "Expiry"). What was bought by it, the order
     * tells; a cancelled renewal names different orders on different sites, so nobody asks about that one (saas-v2 §5.1).
     */
    default Outcome<Instance> changeTerm(Event<TermChanged> event) {
        var term = event.data();
        var spec = instance().spec();
        var known = spec.expiry();
        if (known != null && known.newerThan(event.asOf())) {
            return new Stale<>("an end as of %s is already known".formatted(known.asOf()));
        }
        var renewed = spec.withExpiry(Part.since(known, expiry(term, known), event.asOf()));
        var thawed = term.thaws() ? thawed(renewed, event.asOf()) : renewed;
        var next = term.change() == TermChange.UNSUBSCRIBE_RENEWAL_PERIOD
                ? thawed
                : thawed.withLookUp(LookUp.forTerm(event));
        return new Applied<>(instance().with(next, event));
    }

    /** What it is upgraded to is in the order (saas-v2 §6.5); until that is known nothing else is wanted than before. */
    default Outcome<Instance> upgrade(Event<UpgradeOrdered> event) {
        var lookUp = LookUp.forUpgrade(event);
        return new Applied<>(instance().with(instance().spec().withLookUp(lookUp), event));
    }

    private Outcome<Instance> want(WantedState next, Event<? extends InstanceFact> event) {
        var wanted = instance().spec().wanted();
        return wanted.newerThan(event.asOf())
                ? new Stale<>("%s as of %s is already wanted".formatted(wanted.value(), wanted.asOf()))
                : new Applied<>(
                        instance().with(instance().spec().withWanted(Part.since(wanted, next, event.asOf())), event));
    }

    private static Spec thawed(Spec spec, Instant asOf) {
        var wanted = spec.wanted();
        return wanted.newerThan(asOf) ? spec : spec.withWanted(Part.since(wanted, WantedState.ACTIVE, asOf));
    }

    private static Instant expiry(TermChanged term, @Nullable Part<Instant> known) {
        return term.change() == TermChange.RENEWAL
                        && known != null
                        && known.value().isAfter(term.expiresAt())
                ? known.value()
                : term.expiresAt();
    }
}
