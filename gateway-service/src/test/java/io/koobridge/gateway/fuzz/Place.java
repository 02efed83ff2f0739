package io.koobridge.gateway.fuzz;

import io.koobridge.crypto.key.AccessKey;
import io.koobridge.crypto.key.KeyRing;
import io.koobridge.gateway.address.AddressCodes;
import io.koobridge.gateway.address.AddressKeys;
import io.koobridge.gateway.address.AddressKind;
import io.koobridge.gateway.address.Edition;
import io.koobridge.gateway.address.ProductionAddress;
import io.koobridge.gateway.address.UsualTerms;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The production addresses that are called, and what time it is there. */
@SuppressWarnings("ImmutableEnumChecker") // records all the way down, which are not annotated as such
enum Place {
    CHINA(
            "/koogallery/saas",
            Edition.CN,
            "000005",
            Place.key("base-1", null),
            Place.key("base-ended", "2026-11-22T08:59:59Z"),
            Place.key("base-2", "2026-11-22T09:00:00.123Z")),
    EUROPE("/koogallery/eu", Edition.EU, "000100", Place.key("eu-1", null));

    static final Instant NOW = Instant.parse("2026-11-22T09:00:00.123Z");

    private final ProductionAddress address;

    Place(String path, Edition edition, String changeRefused, AccessKey... keys) {
        var ring = KeyRing.of(keys);
        address = new ProductionAddress(
                path,
                AddressKind.SAAS,
                new AddressCodes(edition, changeRefused),
                new AddressKeys(ring, ring, Optional.empty()),
                UsualTerms.SAAS);
    }

    ProductionAddress address() {
        return address;
    }

    List<AccessKey> keys() {
        return address.keys().base().keys();
    }

    /** Those that may verify. */
    List<AccessKey> goodKeys() {
        return keys().stream()
                .filter(key -> key.notAfter() == null || !NOW.isAfter(key.notAfter()))
                .toList();
    }

    /** Somebody's, but no good here. */
    List<AccessKey> badKeys() {
        return Arrays.asList(
                key("base-ended", null),
                key("nobodys", null),
                (this == CHINA ? EUROPE : CHINA).keys().getFirst());
    }

    private static AccessKey key(String id, @Nullable String notAfter) {
        return new AccessKey(id, "made-up-secret-of-" + id, notAfter == null ? null : Instant.parse(notAfter));
    }
}
