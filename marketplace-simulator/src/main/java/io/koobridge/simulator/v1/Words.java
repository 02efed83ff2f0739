package io.koobridge.simulator.v1;

import io.koobridge.simulator.life.ChangeCheck;
import io.koobridge.simulator.life.Details;
import io.koobridge.simulator.life.Expire;
import io.koobridge.simulator.life.HandOutCode;
import io.koobridge.simulator.life.NewBillingItem;
import io.koobridge.simulator.life.NewInstance;
import io.koobridge.simulator.life.NotNow;
import io.koobridge.simulator.life.Query;
import io.koobridge.simulator.life.Refresh;
import io.koobridge.simulator.life.Release;
import io.koobridge.simulator.life.Sale;
import io.koobridge.simulator.life.SetStatus;
import io.koobridge.simulator.life.Step;
import io.koobridge.simulator.life.Upgrade;
import io.koobridge.simulator.market.Period;
import java.util.LinkedHashMap;
import java.util.Map;

/** The parameters of each activity as decoded text, without {@code timeStamp} and {@code authToken}. A real call has no {@code testFlag}. */
public final class Words {
    private Words() {}

    /**
     * What a step says.
     *
     * @param secret for the buyer's contact fields
     */
    public static Map<String, Object> of(Sale sale, Step step, Step.Naming naming, Secret secret) {
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("activity", step.activityInV1());
        switch (step) {
            case NewInstance _, Details _ ->
                Purchase.put(words, sale, sale.books().product(), naming, secret);
            case NewBillingItem item -> Purchase.put(words, sale, item.product(), naming, secret);
            case Refresh refresh -> put(words, refresh, sale, naming);
            case Expire _ -> {
                words.put("instanceId", naming.instanceId());
                words.put("orderId", sale.order().orderId());
            }
            case Release release -> put(words, release, sale, naming);
            case Upgrade upgrade -> put(words, upgrade, naming);
            case SetStatus status -> {
                words.put("instanceId", naming.instanceId());
                words.put("instanceStatus", status.frozen() ? "FREEZE" : "NORMAL");
            }
            case Query query -> words.put("instanceId", query.ids(naming.instanceId()));
            case ChangeCheck _ -> throw new NotNow("V1 has no changeInstanceCheck");
            case HandOutCode _ -> throw new NotNow("V1 has no authorization codes");
        }
        return words;
    }

    private static void put(Map<String, Object> words, Refresh refresh, Sale sale, Step.Naming naming) {
        boolean cancelled = refresh.scene() == Refresh.Scene.UNSUBSCRIBE_RENEWAL_PERIOD;
        words.put("orderId", refresh.named().orderId());
        words.put("instanceId", naming.instanceId());
        words.put("productId", (refresh.product() == null ? sale.books().product() : refresh.product()).productId());
        words.put("expireTime", refresh.expiry().written());
        if (refresh.scene() == Refresh.Scene.TRIAL_TO_FORMAL) {
            words.put("trialToFormal", "1");
        }
        Period period = refresh.named().line().period();
        if (period != null) {
            put(words, period);
        }
        // The renewal's own price, taken back.
        words.put(
                "orderAmount",
                (cancelled ? refresh.named().amount().negate() : refresh.named().amount()).toPlainString());
    }

    private static void put(Map<String, Object> words, Release release, Sale sale, Step.Naming naming) {
        words.put("instanceId", naming.instanceId());
        if (release.orderIdInV1()) {
            words.put("orderId", sale.order().orderId());
        }
        if (release.order() != null) {
            words.put("orderAmount", sale.order().amount().toPlainString());
        }
    }

    private static void put(Map<String, Object> words, Upgrade upgrade, Step.Naming naming) {
        var product = upgrade.order().product();
        words.put("instanceId", naming.instanceId());
        words.put("orderId", upgrade.order().orderId());
        words.put("skuCode", product.skuCode());
        words.put("productId", product.productId());
        words.put("amount", String.valueOf(product.quantity()));
        Purchase.putParticulars(words, upgrade.order());
    }

    static void put(Map<String, Object> words, Period period) {
        words.put("periodType", period.unit().written());
        words.put("periodNumber", String.valueOf(period.number()));
    }
}
