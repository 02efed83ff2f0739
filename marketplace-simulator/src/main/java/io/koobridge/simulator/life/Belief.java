package io.koobridge.simulator.life;

import io.koobridge.simulator.market.Order;
import io.koobridge.simulator.market.Product;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What the marketplace holds for true about an instance. Each part remembers when the call that set it was signed: an acknowledged call that was
 * signed clearly earlier changes nothing, however late it arrived. {@code RELEASED} is final.
 */
public record Belief(String instanceId, Part<Wanted> wanted, Part<Optional<Instant>> expiresAt, Part<Product> product) {

    /** As much as the clocks of the marketplace's own machines may differ: within it the order of the calls decides. */
    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(5);

    public enum Wanted {
        ACTIVE,
        FROZEN,
        RELEASED
    }

    /** A value and the signing time, in real time, of the call that told it. */
    public record Part<T>(T value, Instant asOf) {
        Part<T> or(T next, Instant nextAsOf) {
            return nextAsOf.isBefore(asOf.minus(CLOCKS_DIFFER)) ? this : new Part<>(next, nextAsOf);
        }
    }

    static Belief opened(String instanceId, Order order, Instant asOf) {
        return new Belief(
                instanceId,
                new Part<>(Wanted.ACTIVE, asOf),
                new Part<>(order.expiresAt(), asOf),
                new Part<>(order.product(), asOf));
    }

    Belief wanting(Wanted next, Instant asOf) {
        return released() ? this : new Belief(instanceId, wanted.or(next, asOf), expiresAt, product);
    }

    Belief expiring(Instant next, Instant asOf) {
        return released() ? this : new Belief(instanceId, wanted, expiresAt.or(Optional.of(next), asOf), product);
    }

    Belief having(Product next, Instant asOf) {
        return released() ? this : new Belief(instanceId, wanted, expiresAt, product.or(next, asOf));
    }

    public boolean released() {
        return wanted.value() == Wanted.RELEASED;
    }
}
