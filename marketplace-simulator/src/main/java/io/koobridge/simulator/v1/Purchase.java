package io.koobridge.simulator.v1;

import io.koobridge.simulator.life.Sale;
import io.koobridge.simulator.life.Step;
import io.koobridge.simulator.market.Buyer;
import io.koobridge.simulator.market.ChargingMode;
import io.koobridge.simulator.market.MarketTime;
import io.koobridge.simulator.market.Order;
import io.koobridge.simulator.market.OrderType;
import io.koobridge.simulator.market.Particulars;
import io.koobridge.simulator.market.Period;
import io.koobridge.simulator.market.Product;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code newInstance} (saas-v1 §3.1), the first time and whenever somebody looks at the details. */
final class Purchase {
    private Purchase() {}

    /** @param product as it is now: a renewal may have changed it since */
    static void put(Map<String, Object> words, Sale sale, Product product, Step.Naming naming, Secret secret) {
        Order order = sale.order();
        words.put("businessId", naming.businessId());
        putBuyer(
                words, order.buyer(), text -> secret.hidden(text, sale.listing().contactBits()));
        words.put("orderId", order.orderId());
        words.put("skuCode", product.skuCode());
        words.put("productId", product.productId());
        if (order.type() == OrderType.TRIAL) {
            words.put("trialFlag", "1");
        }
        ChargingMode mode = order.chargingMode();
        Instant end = sale.books().expiresAt();
        if (mode.hasPeriod() && end != null) {
            words.put("expireTime", MarketTime.written(end));
        }
        words.put("chargingMode", code(mode));
        words.put("amount", String.valueOf(product.quantity()));
        Period period = order.line().period();
        if (mode == ChargingMode.PERIOD && period != null) {
            Words.put(words, period);
        }
        words.put("orderAmount", order.amount().toPlainString());
        putParticulars(words, order);
    }

    static void putParticulars(Map<String, Object> words, Order order) {
        Particulars particulars = order.particulars();
        putIfThere(words, "diskSize", particulars.diskSize());
        putIfThere(words, "bandWidth", particulars.bandWidth());
        putIfThere(words, "provisionType", particulars.provisionType());
        if (!particulars.extension().isEmpty()) {
            words.put("saasExtendParams", ExtendParams.written(particulars.extension()));
        }
    }

    private interface Hiding {
        String hidden(String text);
    }

    private static void putBuyer(Map<String, Object> words, Buyer buyer, Hiding hiding) {
        putIfThere(words, "customerId", buyer.customerId());
        putIfThere(words, "customerName", buyer.customerName());
        putIfThere(words, "userId", buyer.userId());
        putIfThere(words, "userName", buyer.userName());
        if (buyer.mobilePhone() != null) {
            words.put("mobilePhone", hiding.hidden(buyer.mobilePhone()));
        }
        if (buyer.email() != null) {
            words.put("email", hiding.hidden(buyer.email()));
        }
    }

    private static void putIfThere(Map<String, Object> words, String name, @Nullable Object value) {
        if (value != null) {
            words.put(name, value.toString());
        }
    }

    private static String code(ChargingMode mode) {
        return switch (mode) {
            case ON_DEMAND -> "0";
            case PERIOD -> "1";
            case ONE_TIME -> "3";
            case ON_DEMAND_PKG -> "5";
        };
    }
}
