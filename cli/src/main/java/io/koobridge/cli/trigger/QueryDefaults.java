package io.koobridge.cli.trigger;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a V1 call says when nobody says otherwise: a year of an invented product, so that a gateway finds every mandatory parameter. */
final class QueryDefaults {

    private static final DateTimeFormatter EXPIRE_TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);

    private QueryDefaults() {}

    static Map<String, String> of(String activity, Instant now) {
        var defaults = new LinkedHashMap<String, String>();
        switch (activity) {
            case Callback.NEW_INSTANCE -> {
                defaults.put("customerId", "trigger-customer");
                defaults.put("customerName", "Trigger & Co.");
                defaults.put("productId", "trigger-product");
                defaults.put("skuCode", "trigger-sku");
                defaults.put("chargingMode", "1");
                putYear(defaults, now);
            }
            case "refreshInstance" -> putYear(defaults, now);
            case "upgrade" -> {
                defaults.put("skuCode", "trigger-sku");
                defaults.put("productId", "trigger-product");
            }
            default -> {}
        }
        return defaults;
    }

    /** Whether the marketplace makes a new order for this activity, rather than naming that of the purchase. */
    static boolean hasAnOrderOfItsOwn(String activity) {
        return switch (activity) {
            case Callback.NEW_INSTANCE, "refreshInstance", "upgrade" -> true;
            default -> false;
        };
    }

    private static void putYear(Map<String, String> defaults, Instant now) {
        defaults.put(
                "expireTime", EXPIRE_TIME.format(now.atOffset(ZoneOffset.UTC).plusYears(1)));
        defaults.put("periodType", "year");
        defaults.put("periodNumber", "1");
    }
}
