package io.koobridge.simulator.calling;

import io.koobridge.simulator.calling.Call.About;
import io.koobridge.simulator.life.Deed;
import io.koobridge.simulator.life.NotNow;
import io.koobridge.simulator.life.Sale;
import io.koobridge.simulator.life.Step;
import io.koobridge.simulator.life.Wish;
import java.util.Objects;

/** Makes steps of wishes and errands of steps. */
public final class Desk {
    private final Till till;
    private final Courier courier;

    public Desk(Till till, Letters letters, SellerClient client, CallLog calls) {
        this.till = till;
        this.courier = new Courier(letters, new Caller(client, calls));
    }

    Courier courier() {
        return courier;
    }

    Sale requested(Sale sale, StepRequest request) {
        if (sale.status().equals(Sale.FAILED_REFUNDED)) {
            throw new NotNow("the purchase was refunded");
        }
        if (!sale.trail().roomForMore()) {
            throw new NotNow("too many steps of this purchase are not over yet");
        }
        Step step = request.wish().step(new Wish.Counter(sale, till::newOrderId, till.now()));
        if (sale.released() && !Step.possibleAfterRelease(step)) {
            throw new NotNow("the instance was released");
        }
        return sale.requested(
                step,
                new Deed.Delivered(
                        till.now(), Objects.requireNonNullElse(request.plan(), step.plan()), request.faults()));
    }

    Errand errand(Sale sale, Step step) {
        String purchase = sale.order().orderId();
        String own = step.order() == null ? purchase : step.order().orderId();
        return Errand.of(
                step,
                new About(step.activity(), own, purchase, sale.instanceIdOrNull()),
                sale.order().chargingMode().reportsUsage(),
                till.ids()::businessId);
    }
}
