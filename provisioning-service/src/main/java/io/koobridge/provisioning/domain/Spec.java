package io.koobridge.provisioning.domain;

import io.koobridge.events.instance.OrderDetails;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.instance.WantedState;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the marketplace wants.
 *
 * @param generation rises with every change of what the provisioner is asked for; the fencing number of every outside call
 * @param bought unset until the order is known
 * @param expiry information only: nothing is frozen by a timer
 * @param lookUps orders that were named and are not known yet, oldest first
 */
public record Spec(
        long generation,
        Part<WantedState> wanted,
        @Nullable Part<OrderDetails> bought,
        @Nullable Part<Instant> expiry,
        List<LookUp> lookUps) {

    /** Whoever names more orders than that without one being known has a problem that a further one does not change. */
    private static final int LOOK_UPS = 32;

    public Spec {
        lookUps = List.copyOf(lookUps);
    }

    Spec withWanted(Part<WantedState> next) {
        return new Spec(after(next.value() != wanted.value()), next, bought, expiry, lookUps);
    }

    Spec withExpiry(Part<Instant> next) {
        return new Spec(after(!next.value().equals(value(expiry))), wanted, bought, next, lookUps);
    }

    Spec withBought(Part<OrderDetails> next) {
        return new Spec(after(!next.value().equals(value(bought))), wanted, next, expiry, lookUps);
    }

    Spec withLookUp(LookUp next) {
        var others = lookUps.stream().filter(other -> !other.order().equals(next.order()));
        var all = Stream.concat(others, Stream.of(next)).toList();
        var most = all.subList(Math.max(0, all.size() - LOOK_UPS), all.size());
        return new Spec(generation, wanted, bought, expiry, most);
    }

    Spec lookedUp(OrderKey order) {
        var left =
                lookUps.stream().filter(lookUp -> !lookUp.order().equals(order)).toList();
        return new Spec(generation, wanted, bought, expiry, left);
    }

    Spec withoutLookUps() {
        return new Spec(generation, wanted, bought, expiry, List.of());
    }

    Spec again() {
        return new Spec(generation + 1, wanted, bought, expiry, lookUps);
    }

    private long after(boolean changed) {
        return changed ? generation + 1 : generation;
    }

    private static <T> @Nullable T value(@Nullable Part<T> part) {
        return part == null ? null : part.value();
    }
}
