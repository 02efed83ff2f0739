package io.koobridge.gateway.address;

import io.koobridge.crypto.field.EncryptType;
import io.koobridge.events.instance.ChargingMode;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What sellers and sites have agreed on outside the protocol for products that are called in V1, SaaS or License.
 *
 * @param zone of {@code expireTime}, of which no document says it (saas-v1 §10, A7)
 * @param encryption of credentials in answers, and the key size that contact data in calls is tried with first (A22); SaaS alone
 *     has them
 * @param post whether a POST with an {@code authToken} is V1 too (saas-v1 §4); SaaS alone
 * @param hold how long a purchase may be held until its instance or its licence is ready (design §3.8)
 * @param chargingModes of products, by product id in upper or lower case, for calls that leave the mode out (A26)
 */
public record V1Terms(
        ZoneId zone, EncryptType encryption, boolean post, Duration hold, Map<String, ChargingMode> chargingModes) {

    public V1Terms {
        // An environment variable has lost the case of its name.
        var byProduct = new TreeMap<String, ChargingMode>(String.CASE_INSENSITIVE_ORDER);
        byProduct.putAll(chargingModes);
        chargingModes = Collections.unmodifiableMap(byProduct);
    }
}
