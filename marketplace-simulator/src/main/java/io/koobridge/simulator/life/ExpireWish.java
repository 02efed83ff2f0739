package io.koobridge.simulator.life;

import io.koobridge.simulator.market.ChargingMode;

/** The end has come and nobody renewed. */
public record ExpireWish() implements Wish {
    @Override
    public Step step(Counter counter) {
        if (!counter.sale().listing().isV1()) {
            throw new NotNow("V2 has no expireInstance: what expires is frozen");
        }
        counter.require(counter.sale().order().chargingMode() == ChargingMode.PERIOD, "expireInstance");
        return new Expire();
    }
}
