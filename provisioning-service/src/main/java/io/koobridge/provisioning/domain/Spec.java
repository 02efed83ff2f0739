package io.koobridge.provisioning.domain;

import io.koobridge.events.instance.OrderDetails;
import io.koobridge.events.instance.WantedState;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the marketplace wants.
 *
 * @param generation rises with every change of the other parts; the fencing number of every outside call
 * @param bought unset until the order is known
 * @param expiry information only: nothing is frozen by a timer
 */
public record Spec(
        long generation,
        Part<WantedState> wanted,
        @Nullable Part<OrderDetails> bought,
        @Nullable Part<Instant> expiry) {

    Spec withWanted(Part<WantedState> next) {
        var changed = next.value() != wanted.value();
        return new Spec(changed ? generation + 1 : generation, next, bought, expiry);
    }

    Spec withOrder(@Nullable Part<OrderDetails> nextBought, @Nullable Part<Instant> nextExpiry) {
        var changed =
                !Objects.equals(value(nextBought), value(bought)) || !Objects.equals(value(nextExpiry), value(expiry));
        return new Spec(changed ? generation + 1 : generation, wanted, nextBought, nextExpiry);
    }

    private static <T> @Nullable T value(@Nullable Part<T> part) {
        return part == null ? null : part.value();
    }

    Spec again() {
        return new Spec(generation + 1, wanted, bought, expiry);
    }
}
