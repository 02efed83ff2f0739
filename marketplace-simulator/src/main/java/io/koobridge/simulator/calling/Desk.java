package io.koobridge.simulator.calling;

import io.koobridge.simulator.calling.Call.About;
import io.koobridge.simulator.fault.Fits;
import io.koobridge.simulator.licensing.CodeWords;
import io.koobridge.simulator.licensing.LicenseV1Words;
import io.koobridge.simulator.life.Deed;
import io.koobridge.simulator.life.NotNow;
import io.koobridge.simulator.life.Sale;
import io.koobridge.simulator.life.Step;
import io.koobridge.simulator.life.Wish;
import io.koobridge.simulator.market.Listing;
import io.koobridge.simulator.rules.Question;
import io.koobridge.simulator.v1.Secret;
import io.koobridge.simulator.v1.Words;
import java.util.Map;
import java.util.Objects;

/** Makes steps of wishes and errands of steps. */
public final class Desk {
    private final Till till;
    private final Courier courier;
    private final Secret secret;
    private final Letters letters;

    public Desk(Till till, Letters letters, SellerClient client, CallLog calls) {
        this.till = till;
        this.secret = letters.secret();
        this.letters = letters;
        this.courier = new Courier(letters, new Caller(client, calls));
    }

    Courier courier() {
        return courier;
    }

    /** What has no production address cannot be sold. */
    void requireSold(Listing listing) {
        require(Channel.of(listing.generation()));
    }

    void require(Channel channel) {
        letters.require(channel);
    }

    Sale requested(Sale sale, StepRequest request) {
        if (sale.status().equals(Sale.FAILED_REFUNDED)) {
            throw new NotNow("the purchase was refunded");
        }
        if (!sale.trail().roomForMore()) {
            throw new NotNow("too many steps of this purchase are not over yet");
        }
        Fits.require(sale.listing().edition(), request.faults());
        Step step = request.wish().step(new Wish.Counter(sale, till::newOrderId, till.now()));
        if (sale.released() && !Step.possibleAfterRelease(step)) {
            throw new NotNow("the instance was released");
        }
        return sale.requested(
                step,
                new Deed.Delivered(
                        till.now(),
                        Objects.requireNonNullElse(request.plan(), step.documentedPlan(sale.listing())),
                        request.faults()));
    }

    /** A real call of a step; before the purchase is acknowledged there is no instance id. */
    Errand errand(Sale sale, Step step) {
        String purchase = sale.order().orderId();
        String own = step.order() == null ? purchase : step.order().orderId();
        String activity = step.activity(sale.listing());
        String instanceId = sale.instanceIdOrNull() == null ? "" : sale.instanceIdOrNull();
        return new Errand(
                new About(activity, own, purchase, sale.instanceIdOrNull()),
                Channel.of(sale.listing().generation()),
                Question.of(activity, instanceId, sale.order().chargingMode().reportsUsage()),
                () -> {
                    String businessId = till.ids().businessId();
                    Map<String, Object> members = members(sale, step, new Step.Naming(instanceId, businessId));
                    return new Errand.Said(members, members.containsKey("businessId") ? businessId : null);
                });
    }

    private Map<String, Object> members(Sale sale, Step step, Step.Naming naming) {
        String activity = step.activity(sale.listing());
        return switch (sale.listing().generation()) {
            case SAAS_V2, LICENSE -> step.members(naming);
            case SAAS_V1 -> Words.of(sale, step, naming, secret);
            case LICENSE_V1 -> LicenseV1Words.of(sale, step, activity, naming);
            case LICENSE_CODE -> CodeWords.of(step, activity, naming);
        };
    }
}
