package io.koobridge.benchmark.micro;

import io.koobridge.events.Event;
import io.koobridge.events.FactIds;
import io.koobridge.events.Outcome;
import io.koobridge.events.instance.InstanceFact;
import io.koobridge.events.instance.InstanceFact.InstanceFrozen;
import io.koobridge.events.instance.InstanceFact.TermChanged;
import io.koobridge.events.instance.TermChange;
import io.koobridge.provisioning.domain.Access;
import io.koobridge.provisioning.domain.Decisions;
import io.koobridge.provisioning.domain.Instance;
import java.time.Duration;
import java.time.Instant;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What the ledger, admission and previews ask for each fact: pure, on what was read already. */
@State(Scope.Thread)
public class InstanceDecisions {

    private final Event<InstanceFact> purchase = Samples.purchase();
    private final Instance active = active();
    private final Event<InstanceFact> renewal = renewal(Samples.EXPIRY.plus(Duration.ofDays(365)));
    private final Event<InstanceFact> lateFreeze =
            Samples.event("late-freeze", Samples.SIGNED_AT.minusSeconds(60), new InstanceFrozen());

    @Benchmark
    public Outcome<Instance> purchaseOfNothing() {
        return Decisions.decide(null, purchase);
    }

    @Benchmark
    public Outcome<Instance> renewalOfActive() {
        return Decisions.decide(active, renewal);
    }

    @Benchmark
    public Outcome<Instance> staleFreeze() {
        return Decisions.decide(active, lateFreeze);
    }

    /** Bought, looked up, made real. */
    private static Instance active() {
        var ordered = applied(Decisions.decide(null, Samples.purchase()));
        var learned = ordered.spec()
                .lookUps()
                .getFirst()
                .learned(Samples.INSTANCE, Samples.details(), "/provisioning-service", Samples.NOW);
        return applied(Decisions.decide(ordered, learned))
                .madeReal(new Access("https://app.example.com/t/1042", null, "admin", null, null));
    }

    private static Instance applied(Outcome<Instance> outcome) {
        if (outcome instanceof Outcome.Applied<Instance>(var next)) {
            return next;
        }
        throw new IllegalStateException("a sample fact is not applied: " + outcome);
    }

    private static Event<InstanceFact> renewal(Instant until) {
        var id = FactIds.ofTerm(Samples.INSTANCE, TermChange.RENEWAL, Samples.RENEWAL, until);
        var term = new TermChanged(TermChange.RENEWAL, Samples.RENEWAL, null, until, false);
        return Samples.event(id, Samples.SIGNED_AT.plusSeconds(3600), term);
    }
}
