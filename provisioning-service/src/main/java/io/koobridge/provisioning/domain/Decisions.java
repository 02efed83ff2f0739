package io.koobridge.provisioning.domain;

import io.koobridge.events.Event;
import io.koobridge.events.Outcome;
import io.koobridge.events.Outcome.Applied;
import io.koobridge.events.Outcome.Refused;
import io.koobridge.events.Outcome.Unchanged;
import io.koobridge.events.Reason;
import io.koobridge.events.instance.InstanceFact;
import io.koobridge.events.instance.InstanceFact.InstanceFrozen;
import io.koobridge.events.instance.InstanceFact.InstancePurchased;
import io.koobridge.events.instance.InstanceFact.InstanceReleased;
import io.koobridge.events.instance.InstanceFact.InstanceUnfrozen;
import io.koobridge.events.instance.InstanceFact.OrderLearned;
import io.koobridge.events.instance.InstanceFact.TermChanged;
import io.koobridge.events.instance.InstanceFact.UpgradeOrdered;
import io.koobridge.events.instance.WantedState;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a fact does to an instance (saas-v2 §2 with design §4). The consumer, admission and previews ask here. */
public final class Decisions {

    private Decisions() {}

    public static Outcome<Instance> decide(@Nullable Instance current, Event<? extends InstanceFact> event) {
        if (current == null) {
            return event.data() instanceof InstancePurchased purchase
                    ? new Applied<>(Instance.ordered(event.map(_ -> purchase)))
                    : new Refused<>(Reason.UNKNOWN_INSTANCE);
        }
        var stage = Stage.of(current);
        return switch (event.data()) {
            case InstanceReleased _ -> release(stage, event);
            case OrderLearned learned -> learn(stage, event.map(_ -> learned));
            case InstanceFact _ when current.remembers(event.id()) -> repeated(stage);
            case InstancePurchased purchase -> called(stage, event.map(_ -> purchase));
            case InstanceFrozen _ -> ifSold(stage, sold -> sold.freeze(event));
            case InstanceUnfrozen _ -> ifSold(stage, sold -> sold.unfreeze(event));
            case TermChanged term -> ifSold(stage, sold -> sold.changeTerm(event.map(_ -> term)));
            case UpgradeOrdered upgrade -> ifSold(stage, sold -> sold.upgrade(event.map(_ -> upgrade)));
        };
    }

    /**
     * What its seller says of an instance that was sold before the suite was there. Once anything happened to it, a call or a
     * report of the product, that counts and the import changes nothing any more. A release is final, whoever told it first
     * (design §4): the marketplace may have repeated it since, which leaves no mark.
     */
    public static Outcome<Instance> decide(@Nullable Instance current, Imported imported) {
        if (current == null) {
            return new Applied<>(imported.anew());
        }
        if (!current.onlyImported() || Stage.of(current) instanceof Stage.Released) {
            return new Unchanged<>();
        }
        var next = imported.over(current);
        return next.equals(current) ? new Unchanged<>() : new Applied<>(next);
    }

    /** Somebody asks once more for what was refused for good: the marketplace, who calls again, or an operator. */
    public static Outcome<Instance> retry(@Nullable Instance current) {
        if (current == null) {
            return new Refused<>(Reason.UNKNOWN_INSTANCE);
        }
        return current.status().failure() == null ? new Unchanged<>() : new Applied<>(current.triedAgain());
    }

    private static Outcome<Instance> ifSold(Stage stage, Function<Sold, Outcome<Instance>> decision) {
        return switch (stage) {
            case Sold sold -> decision.apply(sold);
            case Stage.Failed _ -> new Refused<>(Reason.PROVISIONING_FAILED);
            case Stage.Released _ -> new Refused<>(Reason.RELEASED);
        };
    }

    /** The purchase of what was imported says how licences reach the buyer, which its seller did not know. */
    private static Outcome<Instance> called(Stage stage, Event<InstancePurchased> purchase) {
        var instance = stage.instance();
        return switch (stage) {
            case Sold _ when instance.awaitsItsCall() -> new Applied<>(instance.called(purchase));
            case Sold _, Stage.Failed _, Stage.Released _ -> repeated(stage);
        };
    }

    /** What is released is never sold again; everything else that was refused for good is tried again (design §3.5). */
    private static Outcome<Instance> repeated(Stage stage) {
        return switch (stage) {
            case Stage.Released _ -> new Unchanged<>();
            case Sold _, Stage.Failed _ -> retry(stage.instance());
        };
    }

    /**
     * Never stale: whatever was wanted later by the clock, a released instance is not sold any more. A release that the
     * product refused for good is tried again when the marketplace repeats it, whatever it is known by.
     */
    private static Outcome<Instance> release(Stage stage, Event<? extends InstanceFact> event) {
        var instance = stage.instance();
        return switch (stage) {
            case Stage.Released _ -> retry(instance);
            case Sold _, Stage.Failed _ -> {
                var spec = instance.spec();
                var wanted = Part.since(spec.wanted(), WantedState.RELEASED, event.asOf());
                yield new Applied<>(instance.with(spec.withWanted(wanted).withoutLookUps(), event));
            }
        };
    }

    /**
     * Sets a part only where it is unset or older: an order query never overrules what the marketplace said since. What is
     * released learns nothing more.
     */
    private static Outcome<Instance> learn(Stage stage, Event<OrderLearned> event) {
        var instance = stage.instance();
        return switch (stage) {
            case Stage.Released _ -> new Unchanged<>();
            case Sold _, Stage.Failed _ -> {
                var next = Learning.from(event, instance.spec());
                yield next.equals(instance.spec()) ? new Unchanged<>() : new Applied<>(instance.with(next, event));
            }
        };
    }
}
