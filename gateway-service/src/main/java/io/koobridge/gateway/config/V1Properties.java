package io.koobridge.gateway.config;

import static java.util.Objects.requireNonNullElse;

import io.koobridge.crypto.field.EncryptType;
import io.koobridge.events.instance.ChargingMode;
import io.koobridge.gateway.address.AddressKind;
import io.koobridge.gateway.address.Edition;
import io.koobridge.gateway.address.V1Terms;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationPropertiesSource;

/**
 * How an address is spoken to in V1; where nothing is sold nobody speaks it, and none of these may be set.
 *
 * @param zone of {@code expireTime}, which no document tells: for example {@code Asia/Shanghai}; absent: {@code +08:00} for SaaS
 *     of the Chinese edition, else {@code Z}
 * @param encryptType how user name and password are encrypted in answers, and tried first where calls carry contact data: {@code
 *     aes-256} or {@code aes-128}, as chosen when the product was published; absent: {@code aes-256}
 * @param acceptPost whether a POST with an {@code authToken} is V1 as well; no document says that KooGallery sends one; absent: no
 * @param hold how long {@code newInstance} may be held until the instance is ready, and {@code getLicense} until the licence is; 1 s to 15 s; absent: 12 s
 * @param chargingModes how products are paid whose calls do not tell, by product id: {@code on-demand}, {@code one-time},
 *     {@code period} or {@code on-demand-pkg}
 */
@ConfigurationPropertiesSource
public record V1Properties(
        @Nullable ZoneId zone,
        @Nullable EncryptType encryptType,
        @Nullable Boolean acceptPost,
        @Nullable Duration hold,
        @Nullable Map<String, ChargingMode> chargingModes) {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(15);
    private static final Duration USUAL = Duration.ofSeconds(12);
    private static final ZoneId CHINA = ZoneOffset.ofHours(8);

    V1Terms terms(String name, AddressKind kind, Edition edition) {
        return new V1Terms(
                zoneOf(kind, edition),
                requireNonNullElse(encryptType, EncryptType.AES_256),
                requireNonNullElse(acceptPost, false),
                checkedHold(name + ".hold"),
                requireNonNullElse(chargingModes, Map.of()));
    }

    /** That nothing is set of what licences do not have: there is nothing to be encrypted, and they are told by GET alone (license §7). */
    void checkOfLicenses(String name, AddressKind where) {
        Invalid.ifGiven(encryptType, name + ".encrypt-type", where);
        Invalid.ifGiven(acceptPost, name + ".accept-post", where);
    }

    /** That nothing is set. */
    void checkAbsent(String name, AddressKind where) {
        checkOfLicenses(name, where);
        Invalid.ifGiven(zone, name + ".zone", where);
        Invalid.ifGiven(hold, name + ".hold", where);
        Invalid.ifGiven(chargingModes, name + ".charging-modes", where);
    }

    private Duration checkedHold(String name) {
        var held = requireNonNullElse(hold, USUAL);
        Invalid.when(
                held.compareTo(SHORTEST) < 0 || held.compareTo(LONGEST) > 0, name, "must be 1s to 15s, is " + held);
        return held;
    }

    private ZoneId zoneOf(AddressKind kind, Edition edition) {
        if (zone != null) {
            return zone;
        }
        return kind == AddressKind.SAAS && edition == Edition.CN ? CHINA : ZoneOffset.UTC;
    }
}
