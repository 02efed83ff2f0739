package io.koobridge.simulator.life;

import io.koobridge.simulator.market.Order;
import io.koobridge.simulator.market.Product;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the marketplace has sold for an instance, told to the seller or not. From here come the absolute expiries of refresh calls.
 *
 * @param expiresAt the end of what is paid; null where nothing ends
 * @param renewals those that may still be cancelled, the newest last; only {@value #RENEWALS_KEPT} are kept
 */
public record Books(@Nullable Instant expiresAt, Product product, boolean trial, List<Renewal> renewals) {
    private static final int RENEWALS_KEPT = 12;

    /**
     * A renewal that may be cancelled.
     *
     * @param before the end before this renewal
     */
    public record Renewal(Order order, @Nullable Instant before) {}

    static Books opened(Order order, boolean trial) {
        return new Books(order.expiresAt().orElse(null), order.product(), trial, List.of());
    }

    Books with(Product next) {
        return new Books(expiresAt, next, trial, renewals);
    }

    /** Its time begins anew, so what was renewed before can no longer be taken back. */
    Books formal(Instant end) {
        return new Books(end, product, false, List.of());
    }

    Books renewed(Order order, Instant end) {
        List<Renewal> kept = new ArrayList<>(renewals);
        kept.add(new Renewal(order, expiresAt));
        return new Books(
                end, product, trial, List.copyOf(kept.subList(Math.max(0, kept.size() - RENEWALS_KEPT), kept.size())));
    }

    Books renewalCancelled(Instant end) {
        return new Books(end, product, trial, renewals.subList(0, Math.max(0, renewals.size() - 1)));
    }
}
