package io.koobridge.provisioning.domain;

import io.koobridge.events.Event;
import io.koobridge.events.Outcome;
import io.koobridge.events.Outcome.Applied;
import io.koobridge.events.Outcome.Refused;
import io.koobridge.events.Outcome.Stale;
import io.koobridge.events.Outcome.Unchanged;
import io.koobridge.events.Reason;
import io.koobridge.events.instance.InstanceFact;
import io.koobridge.events.instance.InstanceFact.InstanceFrozen;
import io.koobridge.events.instance.InstanceFact.InstancePurchased;
import io.koobridge.events.instance.InstanceFact.InstanceReleased;
import io.koobridge.events.instance.InstanceFact.InstanceUnfrozen;
import io.koobridge.events.instance.InstanceFact.OrderLearned;
import io.koobridge.events.instance.Phase;
import io.koobridge.events.instance.WantedState;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
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
        if (current.remembers(event.id())) {
            return new Unchanged<>();
        }
        return switch (event.data()) {
            case InstancePurchased _ -> new Unchanged<>();
            case InstanceFrozen _ -> want(WantedState.FROZEN, current, event);
            case InstanceUnfrozen _ -> want(WantedState.ACTIVE, current, event);
            case InstanceReleased _ -> release(current, event);
            case OrderLearned learned -> learn(learned, current, event);
        };
    }

    /** Somebody asks once more for what was refused for good: a restart of an order, or an operator. */
    public static Outcome<Instance> retry(@Nullable Instance current) {
        if (current == null) {
            return new Refused<>(Reason.UNKNOWN_INSTANCE);
        }
        return current.status().failure() == null ? new Unchanged<>() : new Applied<>(current.triedAgain());
    }

    private static Outcome<Instance> want(WantedState next, Instance current, Event<?> event) {
        return switch (current.phase()) {
            case RELEASED -> new Refused<>(Reason.RELEASED);
            case FAILED -> new Refused<>(Reason.PROVISIONING_FAILED);
            case PROVISIONING, ACTIVE, FROZEN -> {
                var wanted = current.spec().wanted();
                yield wanted.newerThan(event.asOf())
                        ? new Stale<>("%s as of %s is already wanted".formatted(wanted.value(), wanted.asOf()))
                        : new Applied<>(current.with(
                                current.spec().withWanted(new Part<>(next, latest(wanted.asOf(), event.asOf()))),
                                event));
            }
        };
    }

    /**
     * Never stale: whatever was wanted later by the clock, a released instance is not sold any more. A release that the
     * product refused for good is tried again when the marketplace repeats it.
     */
    private static Outcome<Instance> release(Instance current, Event<?> event) {
        if (current.phase() == Phase.RELEASED && current.status().failure() == null) {
            return new Unchanged<>();
        }
        var wanted =
                new Part<>(WantedState.RELEASED, latest(current.spec().wanted().asOf(), event.asOf()));
        return new Applied<>(current.with(current.spec().withWanted(wanted), event));
    }

    /**
     * Sets a part only where it is unset or older: an order query never overrules what the marketplace said since. What is
     * released learns nothing more.
     */
    private static Outcome<Instance> learn(OrderLearned learned, Instance current, Event<?> event) {
        if (current.phase() == Phase.RELEASED) {
            return new Unchanged<>();
        }
        var spec = current.spec();
        var bought = Optional.ofNullable(spec.bought())
                .filter(part -> !part.setBefore(event.asOf()))
                .orElseGet(() -> new Part<>(learned.details(), event.asOf()));
        var expiry = Optional.ofNullable(spec.expiry())
                .filter(part -> !part.setBefore(event.asOf()))
                .or(() -> Optional.ofNullable(learned.details().expiresAt())
                        .map(expiresAt -> new Part<>(expiresAt, event.asOf())))
                .orElse(spec.expiry());
        var next = spec.withOrder(bought, expiry);
        return bought.equals(spec.bought()) && Objects.equals(expiry, spec.expiry())
                ? new Unchanged<>()
                : new Applied<>(current.with(next, event));
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
