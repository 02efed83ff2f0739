package io.koobridge.simulator.life;

import io.koobridge.simulator.market.MarketTime;
import io.koobridge.simulator.market.Order;
import io.koobridge.simulator.market.Product;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code refreshInstance} (saas-v2 §5).
 *
 * @param named the order that the call names; editions differ for a cancelled renewal
 * @param order the order that this step made; null when it names one that was there
 * @param product what the instance has afterwards; null: unchanged
 * @param productIdSent whether the call carries the new product id, as it does when that changes
 */
public record Refresh(
        Scene scene,
        Order named,
        @Nullable Order order,
        Expiry expiry,
        @Nullable Product product,
        boolean productIdSent)
        implements Step {

    public enum Scene {
        TRIAL_TO_FORMAL,
        RENEWAL,
        RENEWAL_CHANGE,
        UNSUBSCRIBE_RENEWAL_PERIOD;

        boolean extendsWhatIsPaid() {
            return this == RENEWAL || this == RENEWAL_CHANGE;
        }
    }

    /**
     * The absolute end, and how it is written.
     *
     * @param digits 14 or 17
     */
    public record Expiry(Instant at, int digits) {
        public String written() {
            return MarketTime.written(at, digits);
        }
    }

    @Override
    public Kind kind() {
        return Kind.REFRESH;
    }

    @Override
    public String activity() {
        return "refreshInstance";
    }

    @Override
    public Map<String, Object> members(Naming naming) {
        Map<String, Object> members = new LinkedHashMap<>(Map.of(
                "activity", activity(),
                "scene", scene.name(),
                "orderId", named.orderId(),
                "orderLineId", named.orderLineId(),
                "instanceId", naming.instanceId(),
                "expireTime", expiry.written()));
        if (product != null && productIdSent) {
            members.put("productId", product.productId());
        }
        return members;
    }

    @Override
    public Books booked(Books before) {
        Books with = product == null ? before : before.with(product);
        return switch (scene) {
            case TRIAL_TO_FORMAL -> with.formal(expiry.at());
            case RENEWAL, RENEWAL_CHANGE -> with.renewed(named, expiry.at());
            case UNSUBSCRIBE_RENEWAL_PERIOD -> with.renewalCancelled(expiry.at());
        };
    }

    @Override
    public Belief believed(Belief before, Told told) {
        Belief with = before.expiring(expiry.at(), told.asOf());
        Belief having = product == null ? with : with.having(product, told.asOf());
        boolean thaws = told.inV1() && scene != Scene.UNSUBSCRIBE_RENEWAL_PERIOD;
        return thaws ? having.wanting(Belief.Wanted.ACTIVE, told.asOf()) : having;
    }

    @Override
    public String title() {
        return "REFRESH " + scene;
    }
}
