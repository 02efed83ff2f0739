package io.koobridge.simulator.licensing;

import io.koobridge.simulator.life.NotNow;
import io.koobridge.simulator.life.Refresh;
import io.koobridge.simulator.life.Sale;
import io.koobridge.simulator.life.Step;
import io.koobridge.simulator.market.Buyer;
import io.koobridge.simulator.market.MarketTime;
import io.koobridge.simulator.market.Period;
import io.koobridge.simulator.market.Product;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parameters of License V1's calls as decoded text, without {@code timeStamp} and {@code authToken} (license §7). */
public final class LicenseV1Words {
    private LicenseV1Words() {}

    public static Map<String, Object> of(Sale sale, Step step, String activity, Step.Naming naming) {
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("activity", activity);
        switch (step.kind()) {
            case NEW_INSTANCE -> putPurchase(words, sale, naming);
            case REFRESH -> putRenewal(words, (Refresh) step, naming);
            case EXPIRE, RELEASE -> {
                // The order of the purchase, never that of an unsubscription.
                words.put("orderId", sale.order().orderId());
                words.put("instanceId", naming.instanceId());
            }
            default -> throw new NotNow("License V1 has no " + step.kind());
        }
        return words;
    }

    private static void putPurchase(Map<String, Object> words, Sale sale, Step.Naming naming) {
        Buyer buyer = sale.order().buyer();
        Product product = sale.books().product();
        putIfThere(words, "customerId", buyer.customerId());
        putIfThere(words, "customerName", buyer.customerName());
        words.put("businessId", naming.businessId());
        words.put("orderId", sale.order().orderId());
        words.put("skuCode", product.skuCode());
        words.put("productId", product.productId());
        Instant end = sale.books().expiresAt();
        if (end != null) {
            words.put("expireTime", MarketTime.written(end));
        }
        put(words, sale.order().line().period());
        words.put("amount", String.valueOf(product.quantity()));
    }

    private static void putRenewal(Map<String, Object> words, Refresh renewal, Step.Naming naming) {
        words.put("orderId", renewal.named().orderId());
        words.put("instanceId", naming.instanceId());
        words.put("expireTime", renewal.expiry().written());
        if (renewal.product() != null) {
            words.put("productId", renewal.product().productId());
        }
        put(words, renewal.named().line().period());
    }

    private static void put(Map<String, Object> words, @Nullable Period period) {
        if (period != null) {
            words.put("periodType", period.unit().written());
            words.put("periodNumber", String.valueOf(period.number()));
        }
    }

    private static void putIfThere(Map<String, Object> words, String name, @Nullable Object value) {
        if (value != null) {
            words.put(name, value.toString());
        }
    }
}
