package io.koobridge.gateway.address;

import io.koobridge.crypto.field.EncryptType;
import io.koobridge.events.instance.ChargingMode;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What sellers and sites have agreed on outside the protocol.
 *
 * @param v2Encryption how V2 answers carry user name and password; absent: as they are (saas-v2 §4.4)
 */
public record SaasTerms(@Nullable EncryptType v2Encryption, V1 v1) {

    public Optional<EncryptType> encryption() {
        return Optional.ofNullable(v2Encryption);
    }

    /**
     * For products that are still called in V1.
     *
     * @param zone of {@code expireTime}, of which no document says it (saas-v1 §10, A7)
     * @param encryption of credentials in answers, and the key size that contact data in calls is tried with first (A22)
     * @param post whether a POST with an {@code authToken} is V1 too (saas-v1 §4)
     * @param hold how long a purchase may be held until its instance is ready (design §3.8)
     * @param chargingModes of products, by product id in upper or lower case, for calls that leave the mode out (A26)
     */
    public record V1(
            ZoneId zone, EncryptType encryption, boolean post, Duration hold, Map<String, ChargingMode> chargingModes) {

        public V1 {
            // An environment variable has lost the case of its name.
            var byProduct = new TreeMap<String, ChargingMode>(String.CASE_INSENSITIVE_ORDER);
            byProduct.putAll(chargingModes);
            chargingModes = Collections.unmodifiableMap(byProduct);
        }
    }
}
