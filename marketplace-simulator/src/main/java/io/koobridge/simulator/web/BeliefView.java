package io.koobridge.simulator.web;

import io.koobridge.simulator.life.Belief;
import io.koobridge.simulator.market.MarketTime;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the marketplace holds for true about an instance. */
record BeliefView(
        Belief.Wanted wanted,
        @Nullable String expireTime,
        @Nullable Instant expiresAt,
        ProductView product) {

    static @Nullable BeliefView of(@Nullable Belief belief) {
        if (belief == null) {
            return null;
        }
        Instant end = belief.expiresAt().value().orElse(null);
        return new BeliefView(
                belief.wanted().value(),
                end == null ? null : MarketTime.written(end),
                end,
                ProductView.of(belief.product().value()));
    }
}
