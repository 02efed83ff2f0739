package io.koobridge.simulator.life;

import io.koobridge.simulator.market.ChargingMode;

/** To be frozen or unfrozen: expiry or violation, renewal or cure (saas-v2 §6.1). */
public final class StatusWish {
    private StatusWish() {}

    public record Freeze() implements Wish {
        @Override
        public Step step(Counter counter) {
            return status(counter, true);
        }
    }

    public record Unfreeze() implements Wish {
        @Override
        public Step step(Counter counter) {
            return status(counter, false);
        }
    }

    private static Step status(Wish.Counter counter, boolean frozen) {
        counter.require(counter.sale().order().chargingMode() != ChargingMode.ONE_TIME, "updateInstanceStatus");
        return new SetStatus(frozen);
    }
}
