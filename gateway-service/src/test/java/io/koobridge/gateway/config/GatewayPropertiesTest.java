package io.koobridge.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.koobridge.crypto.field.EncryptType;
import io.koobridge.events.instance.ChargingMode;
import io.koobridge.gateway.address.AddressCodes;
import io.koobridge.gateway.address.AddressKind;
import io.koobridge.gateway.address.Edition;
import io.koobridge.gateway.address.SaasTerms;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class GatewayPropertiesTest {

    private static final String FIRST = "koobridge.gateway.addresses[0].";
    private static final String SECOND = "koobridge.gateway.addresses[1].";

    private final Map<String, Object> settings = new HashMap<>(Map.of(
            "koobridge.gateway.provisioning-url",
            "http://127.0.0.1:8181",
            FIRST + "path",
            "/koogallery/saas",
            FIRST + "kind",
            "SAAS",
            FIRST + "keys.base[0].id",
            "base-1",
            FIRST + "keys.base[0].secret",
            "secret-1"));

    @Test
    void oneAddressWithOneKeyIsEnough() {
        var address = bind().productionAddresses().at("/koogallery/saas").orElseThrow();

        assertThat(address.kind()).isEqualTo(AddressKind.SAAS);
        assertThat(address.codes()).isEqualTo(new AddressCodes(Edition.CN, "000005"));
        assertThat(address.keys().base().first().id()).isEqualTo("base-1");
        assertThat(address.keys().kit()).isEmpty();
    }

    @Test
    void theV1KeysAreTheBaseKeysUnlessThereAreOthers() {
        assertThat(keys().v1()).isEqualTo(keys().base());

        settings.put(FIRST + "keys.v1[0].id", "v1-1");
        settings.put(FIRST + "keys.v1[0].secret", "secret-v1");

        assertThat(keys().v1().first().id()).isEqualTo("v1-1");
    }

    @Test
    void aKeyMayEnd() {
        settings.put(FIRST + "keys.base[0].not-after", "2026-12-31T23:59:59Z");

        assertThat(keys().base().first().notAfter()).hasToString("2026-12-31T23:59:59Z");
    }

    @Test
    void v1MayListTheBaseKeyAmongOthers() {
        settings.put(FIRST + "keys.v1[0].id", "v1-1");
        settings.put(FIRST + "keys.v1[0].secret", "secret-v1");
        settings.put(FIRST + "keys.v1[1].id", "base-1");
        settings.put(FIRST + "keys.v1[1].secret", "secret-1");

        assertThat(keys().v1().keys()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"path", "kind", "keys.base[0].id", "keys.base[0].secret"})
    void whatIsMissingIsNamed(String setting) {
        settings.remove(FIRST + setting);

        assertRefused(FIRST + setting + " must be set");
    }

    @Test
    void anAddressThatTellsOfOrdersHasAGeneralKeyAndNeedsNoOther() {
        ordersAddress("secret-general");

        var address = bind().productionAddresses().at("/koogallery/orders").orElseThrow();

        assertThat(address.kind()).isEqualTo(AddressKind.ORDERS);
        assertThat(address.keys().general().first().id()).isEqualTo("general-1");
    }

    @Test
    void anAddressThatTellsOfOrdersWithoutAGeneralKeyCouldBelieveNobody() {
        ordersAddress("secret-general");
        settings.keySet().removeIf(name -> name.startsWith(SECOND + "keys"));

        assertRefused(SECOND + "keys.general must list at least one access key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"base", "v1", "kit"})
    void aKeyOfAnotherInterfaceTypeHasNoPlaceOnAnAddressThatTellsOfOrders(String list) {
        ordersAddress("secret-general");
        settings.put(SECOND + "keys.%s[0].id".formatted(list), "other");
        settings.put(SECOND + "keys.%s[0].secret".formatted(list), "other-secret");

        assertRefused(SECOND + "keys." + list
                + " must not be set: no call of an address of the kind ORDERS is signed with it");
    }

    @ParameterizedTest
    @CsvSource({
        "change-refused-code,         000005, change-refused-code",
        "encrypt-type,                aes-256, encrypt-type",
        "v1.zone,                     Z, v1.zone",
        "v1.encrypt-type,             aes-256, v1.encrypt-type",
        "v1.accept-post,              false, v1.accept-post",
        "v1.hold,                     12s, v1.hold",
        "v1.charging-modes.sku-1,     period, v1.charging-modes",
    })
    void whatIsSaidOfSellingHasNoPlaceOnAnAddressThatTellsOfOrders(String setting, String value, String named) {
        ordersAddress("secret-general");
        settings.put(SECOND + setting, value);

        assertRefused(SECOND + named + " must not be set: it means nothing on an address of the kind ORDERS");
    }

    @Test
    void whoCallsMayBeSaidOfEveryAddress() {
        ordersAddress("secret-general");
        settings.put(SECOND + "edition", "EU");

        assertThat(bind().productionAddresses().at("/koogallery/orders")).isPresent();
    }

    @Test
    void v1IsSpokenAsUsualUnlessItIsSaidOtherwise() {
        assertThat(v1())
                .isEqualTo(new SaasTerms.V1(
                        ZoneOffset.ofHours(8), EncryptType.AES_256, false, Duration.ofSeconds(12), Map.of()));

        settings.put(FIRST + "v1.zone", "Asia/Shanghai");
        settings.put(FIRST + "v1.encrypt-type", "aes-128");
        settings.put(FIRST + "v1.accept-post", "true");
        settings.put(FIRST + "v1.hold", "15s");
        settings.put(FIRST + "v1.charging-modes.sku-1", "on-demand-pkg");

        assertThat(v1())
                .isEqualTo(new SaasTerms.V1(
                        ZoneId.of("Asia/Shanghai"),
                        EncryptType.AES_128,
                        true,
                        Duration.ofSeconds(15),
                        Map.of("sku-1", ChargingMode.ON_DEMAND_PKG)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"999ms", "15001ms", "-1s"})
    void aPurchaseIsHeldForASecondAtLeastAndNotUntilKooGalleryHangsUp(String hold) {
        settings.put(FIRST + "v1.hold", hold);

        assertRefused(FIRST + "v1.hold must be 1s to 15s");
    }

    @Test
    void aGeneralKeyHasNoPlaceWhereSomethingIsSold() {
        settings.put(FIRST + "keys.general[0].id", "general-1");
        settings.put(FIRST + "keys.general[0].secret", "secret-general");

        assertRefused(FIRST + "keys.general must not be set: no call of an address of the kind SAAS is signed with it");
    }

    @Test
    void aKeyBelongsToOneInterfaceTypeAlsoAcrossAddresses() {
        ordersAddress("secret-1");

        assertRefused(SECOND + "keys.general[0].secret equals " + FIRST
                + "keys.base[0].secret, but a key belongs to one interface type");
    }

    private void ordersAddress(String secret) {
        settings.put(SECOND + "path", "/koogallery/orders");
        settings.put(SECOND + "kind", "ORDERS");
        settings.put(SECOND + "keys.general[0].id", "general-1");
        settings.put(SECOND + "keys.general[0].secret", secret);
    }

    @Test
    void withoutAddressesThereIsNothingToDo() {
        settings.keySet().removeIf(name -> name.startsWith(FIRST));

        assertRefused("koobridge.gateway.addresses must list at least one production address");
    }

    @Test
    void withoutProvisioningNobodyCanBeAsked() {
        settings.remove("koobridge.gateway.provisioning-url");

        assertRefused("koobridge.gateway.provisioning-url must be set");
    }

    @Test
    void anAddressWithoutKeysCouldBelieveNobody() {
        settings.keySet().removeIf(name -> name.startsWith(FIRST + "keys"));

        assertRefused(FIRST + "keys.base must list at least one access key");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"koogallery", "/", "/a/", "/a//b", "/a?b", "/a b", "/%41", "/ä", "/.", "/..", "/a/../b", "/./a"})
    void aPathThatCouldNotBeCalledIsRefused(String path) {
        settings.put(FIRST + "path", path);

        assertRefused(FIRST + "path must be");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator", "/actuator/health/liveness", "/internal/x"})
    void aPathOfTheServiceItselfIsRefused(String path) {
        settings.put(FIRST + "path", path);

        assertRefused(FIRST + "path is taken by the service itself");
    }

    @Test
    void eachAddressMayHaveItsOwnCodeForAChangeThatIsNotPossible() {
        secondAddress("/koogallery/other");
        settings.put(SECOND + "change-refused-code", "000104");

        var addresses = bind().productionAddresses().all();

        assertThat(addresses)
                .extracting(address -> address.codes().changeRefused())
                .containsExactly("000005", "000104");
    }

    @Test
    void aPathMayHaveDotsWithinASegment() {
        settings.put(FIRST + "path", "/v1.0/.well-known/a..b/...");

        assertThat(bind().productionAddresses().all()).hasSize(1);
    }

    @Tag("promise:edition-codes")
    @ParameterizedTest
    @ValueSource(strings = {"000101", "000107"})
    void aCodeThatTheEditionLacksIsRefused(String code) {
        settings.put(FIRST + "change-refused-code", code);
        settings.put(FIRST + "edition", "INTL");
        assertThat(bind().productionAddresses().all()).hasSize(1);

        settings.put(FIRST + "edition", "EU");
        assertRefused(FIRST + "change-refused-code is not among the codes of the edition EU: " + code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"000005", "000100", "000108", "999999"})
    void anyOtherCodeIsTakenInEurope(String code) {
        settings.put(FIRST + "edition", "EU");
        settings.put(FIRST + "change-refused-code", code);

        assertThat(bind().productionAddresses().all())
                .extracting(address -> address.codes().changeRefused())
                .containsExactly(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"000000", "000001", "000002", "000003", "000004", "5", "0000005", "00000x", "０００００５"})
    void aCodeThatWouldNotSayNoIsRefused(String code) {
        settings.put(FIRST + "change-refused-code", code);

        assertRefused(FIRST + "change-refused-code must be six digits above 000004");
    }

    @Test
    void thePathOfAnotherAddressIsRefused() {
        secondAddress("/koogallery/saas");

        assertRefused(SECOND + "path is the same as " + FIRST + "path");
    }

    @ParameterizedTest
    @CsvSource({"0, base, 0, kit", "0, base, 1, kit", "0, kit, 1, v1"})
    void oneSecretForTwoInterfaceTypesIsRefusedWhereverTheyAre(int one, String type, int other, String otherType) {
        secondAddress("/koogallery/other");
        key(one, type, "shared-1", "shared-secret");
        key(other, otherType, "shared-2", "shared-secret");

        assertRefused("keys.%s[5].secret".formatted(type), "keys.%s[5].secret".formatted(otherType), "interface type");
    }

    @Test
    void oneKeyMayServeTwoAddresses() {
        secondAddress("/koogallery/other");
        key(0, "kit", "kit", "secret-kit");
        key(1, "kit", "kit", "secret-kit");

        assertThat(bind().addresses()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"0, base, 0, base", "0, base, 0, v1", "0, base, 1, base", "0, kit, 1, kit", "0, v1, 1, base"})
    void oneSecretUnderTwoIdsIsRefusedWhereverTheyAre(int one, String type, int other, String otherType) {
        secondAddress("/koogallery/other");
        key(one, type, "shared-1", "shared-secret");
        var place = "koobridge.gateway.addresses[%d].keys.%s".formatted(other, otherType);
        if (one == other && type.equals(otherType)) {
            settings.put(place + "[6].id", "shared-2");
            settings.put(place + "[6].secret", "shared-secret");
        } else {
            key(other, otherType, "shared-2", "shared-secret");
        }

        assertRefused(
                "keys.%s[5].secret".formatted(type), place.substring(place.indexOf("keys")), "but the ids differ");
    }

    @Test
    void oneIdForTwoSecretsIsRefused() {
        secondAddress("/koogallery/other");
        key(1, "v1", "base-1", "another-secret");

        assertRefused(SECOND + "keys.v1[5].id equals " + FIRST + "keys.base[0].id, but the secrets differ");
    }

    @Test
    void aKeyThatNeverVerifiesIsRefusedByItsName() {
        settings.put(FIRST + "keys.base[0].secret", "copied with a line break\n");

        assertRefused(FIRST + "keys.base[0]: the secret of access key 'base-1'");
    }

    @Tag("promise:secrets-are-never-shown")
    @Test
    void noSecretIsEverShown() {
        assertThat(bind().toString()).doesNotContain("secret-1");
    }

    private void secondAddress(String path) {
        settings.put(SECOND + "path", path);
        settings.put(SECOND + "kind", "SAAS");
        settings.put(SECOND + "keys.base[0].id", "base-2");
        settings.put(SECOND + "keys.base[0].secret", "secret-2");
    }

    /** At the end of a list whose other elements are keys of their own. */
    private void key(int address, String type, String id, String secret) {
        var list = "koobridge.gateway.addresses[%d].keys.%s".formatted(address, type);
        for (int index = 0; index < 5; index++) {
            var unique = address + type + index;
            settings.putIfAbsent("%s[%d].id".formatted(list, index), unique);
            settings.putIfAbsent("%s[%d].secret".formatted(list, index), "secret of " + unique);
        }
        settings.put(list + "[5].id", id);
        settings.put(list + "[5].secret", secret);
    }

    private io.koobridge.gateway.address.AddressKeys keys() {
        return bind().productionAddresses().at("/koogallery/saas").orElseThrow().keys();
    }

    private SaasTerms.V1 v1() {
        return bind().productionAddresses()
                .at("/koogallery/saas")
                .orElseThrow()
                .saas()
                .v1();
    }

    private GatewayProperties bind() {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bind(GatewayProperties.PREFIX, GatewayProperties.class)
                .get();
    }

    private void assertRefused(String... words) {
        assertThatThrownBy(this::bind)
                .isInstanceOf(BindException.class)
                .rootCause()
                .message()
                .contains(words);
    }
}
