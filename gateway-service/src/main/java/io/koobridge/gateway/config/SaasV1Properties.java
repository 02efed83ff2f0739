package io.koobridge.gateway.config;

import io.koobridge.crypto.field.EncryptType;
import io.koobridge.events.instance.ChargingMode;
import io.koobridge.gateway.address.Edition;
import io.koobridge.gateway.address.SaasTerms;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationPropertiesSource;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How an address is spoken to in V1.
 *
 * @param zone of {@code expireTime}, which no document tells: for example {@code Asia/Shanghai}; absent: {@code +08:00} for the
 *     Chinese edition, {@code Z} for the others
 * @param encryptType how user name and password are encrypted in answers, and tried first where calls carry contact data: {@code
 *     aes-256} or {@code aes-128}, as chosen when the product was published
 * @param acceptPost whether a POST with an {@code authToken} is V1 as well; no document says that KooGallery sends one
 * @param hold how long {@code newInstance} may be held until the instance is ready; 1 s to 15 s
 * @param chargingModes how products are paid whose calls do not tell, by product id: {@code on-demand}, {@code one-time},
 *     {@code period} or {@code on-demand-pkg}
 */
@ConfigurationPropertiesSource
public record SaasV1Properties(
        @Nullable ZoneId zone,
        @DefaultValue("aes-256") EncryptType encryptType,
        @DefaultValue("false") boolean acceptPost,
        @DefaultValue("12s") Duration hold,
        @DefaultValue Map<String, ChargingMode> chargingModes) {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(15);
    private static final ZoneId CHINA = ZoneOffset.ofHours(8);

    public SaasV1Properties {
        chargingModes = Map.copyOf(chargingModes);
    }

    SaasTerms.V1 terms(String name, Edition edition) {
        Invalid.when(
                hold.compareTo(SHORTEST) < 0 || hold.compareTo(LONGEST) > 0,
                name + ".hold",
                "must be 1s to 15s, is " + hold);
        return new SaasTerms.V1(zoneOf(edition), encryptType, acceptPost, hold, chargingModes);
    }

    private ZoneId zoneOf(Edition edition) {
        if (zone != null) {
            return zone;
        }
        return edition == Edition.CN ? CHINA : ZoneOffset.UTC;
    }
}
