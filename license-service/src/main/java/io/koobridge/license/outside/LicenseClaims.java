package io.koobridge.license.outside;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.koobridge.events.wire.Json;
import io.koobridge.license.domain.LicenseOrder;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** What a signed licence says (docs/license-format.md). Times are whole seconds; a part of a second is given away at neither end. */
record LicenseClaims(
        String jti,
        String iss,
        @Nullable String sub,
        @Nullable String aud,
        long iat,
        long nbf,
        @Nullable Long exp,
        long quantity,
        String instance,
        String order,
        @Nullable String fingerprint) {

    static LicenseClaims of(LicenseOrder order, String seller) {
        return new LicenseClaims(
                order.licenseId(),
                seller,
                order.customer() == null ? null : order.customer().id(),
                order.productId(),
                order.orderedAt().getEpochSecond(),
                order.effectiveAt().getEpochSecond(),
                order.expiresAt() == null ? null : lastSecond(order.expiresAt()),
                order.quantity(),
                order.instanceId(),
                order.order().orderId(),
                order.fingerprint() == null ? null : hash(order.fingerprint()));
    }

    /** Members in the order of their names, as all JSON of the suite. */
    byte[] json() {
        return Json.mapper().writeValueAsString(this).getBytes(UTF_8);
    }

    /** Rounded up: the customer paid to the end. */
    private static long lastSecond(Instant end) {
        return end.getEpochSecond() + (end.getNano() > 0 ? 1 : 0);
    }

    /** A fingerprint may have thousands of characters (license §9.12); a licence should have fewer. */
    private static String hash(String fingerprint) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(UploadForm.sha256(fingerprint.getBytes(UTF_8)));
    }
}
