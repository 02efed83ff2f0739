package io.koobridge.gateway.fuzz;

import io.koobridge.crypto.field.EncryptType;
import io.koobridge.crypto.key.AccessKey;
import io.koobridge.crypto.key.KeyRing;
import io.koobridge.events.instance.ChargingMode;
import io.koobridge.gateway.address.AddressCodes;
import io.koobridge.gateway.address.AddressKeys;
import io.koobridge.gateway.address.AddressKind;
import io.koobridge.gateway.address.AddressTerms;
import io.koobridge.gateway.address.Edition;
import io.koobridge.gateway.address.KeyType;
import io.koobridge.gateway.address.ProductionAddress;
import io.koobridge.gateway.address.V1Terms;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The production addresses that are called, and what time it is there. */
@SuppressWarnings("ImmutableEnumChecker") // records all the way down, which are not annotated as such
enum Place {
    CHINA(
            "/koogallery/saas",
            Edition.CN,
            "000005",
            Place.terms("+08:00", EncryptType.AES_256, false),
            KeyRing.of(Place.key("v1-1", null), Place.key("v1-ended", "2026-11-22T08:59:59Z"), Place.key("v1-2", null)),
            Place.key("base-1", null),
            Place.key("base-ended", "2026-11-22T08:59:59Z"),
            Place.key("base-2", "2026-11-22T09:00:00.123Z")),
    EUROPE(
            "/koogallery/eu",
            Edition.EU,
            "000100",
            Place.terms("Europe/Berlin", EncryptType.AES_128, false),
            KeyRing.of(Place.key("v1-eu", null)),
            Place.key("eu-1", null)),
    /** Called in V1 alone, where a POST with a token is V1, too. */
    WORLD(
            "/koogallery/intl",
            Edition.INTL,
            "000005",
            Place.terms("Z", EncryptType.AES_256, true),
            KeyRing.of(Place.key("v1-intl", "2026-11-22T09:00:00.123Z"), Place.key("v1-1", null)),
            Place.key("intl-1", null)),
    /** Sells licences, in V2 and V1. */
    LICENSES(
            AddressKind.LICENSE,
            "/koogallery/license",
            Edition.CN,
            "000005",
            Place.terms("Asia/Shanghai", EncryptType.AES_256, false),
            new AddressKeys(
                    KeyRing.of(Place.key("license-1", null), Place.key("license-2", "2026-11-22T09:00:00.123Z")),
                    KeyRing.of(Place.key("license-v1", null)),
                    Optional.empty())),
    /** Tells of authorization codes. */
    CODES(
            AddressKind.LICENSE_CODE,
            "/koogallery/license-code",
            Edition.CN,
            "000005",
            Place.terms("Z", EncryptType.AES_256, false),
            AddressKeys.only(
                    KeyType.LICENSE_CODE,
                    KeyRing.of(Place.key("code-ended", "2026-11-22T08:59:59Z"), Place.key("code-1", null))));

    static final Instant NOW = Instant.parse("2026-11-22T09:00:00.123Z");

    /** Known by its configuration to be paid by use (saas-v1 §10, A26). */
    static final String METERED_PRODUCT = "OFFI-METERED";

    private final ProductionAddress address;

    Place(String path, Edition edition, String changeRefused, V1Terms terms, KeyRing v1, AccessKey... keys) {
        this(
                AddressKind.SAAS,
                path,
                edition,
                changeRefused,
                terms,
                new AddressKeys(KeyRing.of(keys), v1, Optional.empty()));
    }

    Place(AddressKind kind, String path, Edition edition, String changeRefused, V1Terms terms, AddressKeys keys) {
        address = new ProductionAddress(
                path, kind, new AddressCodes(edition, changeRefused), keys, new AddressTerms(null, terms));
    }

    /** Where SaaS is sold. */
    static Place[] ofSaas() {
        return new Place[] {CHINA, EUROPE, WORLD};
    }

    ProductionAddress address() {
        return address;
    }

    V1Terms terms() {
        return address.v1();
    }

    List<AccessKey> keys() {
        return address.keys()
                .of(this == CODES ? KeyType.LICENSE_CODE : KeyType.BASE)
                .keys();
    }

    List<AccessKey> v1Keys() {
        return address.keys().of(KeyType.V1).keys();
    }

    /** Those that may verify. */
    List<AccessKey> goodKeys() {
        return good(keys());
    }

    List<AccessKey> goodV1Keys() {
        return good(v1Keys());
    }

    private static List<AccessKey> good(List<AccessKey> keys) {
        return keys.stream()
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

    /** The same for V1; among them those of V2 at the same place. */
    List<AccessKey> badV1Keys() {
        return Stream.of(
                        key("v1-ended", null),
                        key("nobodys", null),
                        key(this == EUROPE ? "v1-2" : "v1-eu", null),
                        keys().getFirst())
                .toList();
    }

    private static AccessKey key(String id, @Nullable String notAfter) {
        return new AccessKey(id, "made-up-secret-of-" + id, notAfter == null ? null : Instant.parse(notAfter));
    }

    /** Held for less than usual, because the mood of some calls is to wait to the end. */
    private static V1Terms terms(String zone, EncryptType encryption, boolean post) {
        return new V1Terms(
                ZoneId.of(zone),
                encryption,
                post,
                Duration.ofSeconds(1),
                Map.of(METERED_PRODUCT, ChargingMode.ON_DEMAND));
    }
}
