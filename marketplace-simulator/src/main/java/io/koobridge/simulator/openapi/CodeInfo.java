package io.koobridge.simulator.openapi;

import io.koobridge.simulator.codes.Codes.Known;
import io.koobridge.simulator.market.MarketTime;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** How a code is shown to the seller's software (license §5.3, §5.4). */
final class CodeInfo {
    private CodeInfo() {}

    /** {@code license_code_info}. */
    static Map<String, Object> activated(Known known) {
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("status", known.status().name());
        putRest(info, known);
        return info;
    }

    /** {@code LicenseInfo}. */
    static Map<String, Object> queried(Known known) {
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("license_code", known.code().code());
        info.put("status", known.status().name());
        Instant activated = known.code().activation().at();
        if (activated != null) {
            info.put("activate_time", MarketTime.written(activated));
        }
        putRest(info, known);
        return info;
    }

    private static void putRest(Map<String, Object> info, Known known) {
        Instant end = known.sale().books().expiresAt();
        if (end != null) {
            info.put("expire_time", MarketTime.written(end));
        }
        info.put("product_id", known.sale().books().product().productId());
        info.put("amount", known.sale().books().product().quantity());
        info.put("order_id", known.code().orderId());
    }
}
