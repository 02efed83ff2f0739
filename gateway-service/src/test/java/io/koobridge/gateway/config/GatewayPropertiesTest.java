package io.koobridge.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.crypto.field.EncryptType;
import io.koobridge.events.instance.ChargingMode;
import io.koobridge.gateway.address.AddressCodes;
import io.koobridge.gateway.address.AddressKind;
import io.koobridge.gateway.address.Edition;
import io.koobridge.gateway.address.KeyType;
import io.koobridge.gateway.address.V1Terms;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayPropertiesTest extends AddressSettings {

    @Test
    void oneAddressWithOneKeyIsEnough() {
        var address = bind().productionAddresses()
                .at("/koogallery/saas")
                .orElseThrow()
                .address();

        assertThat(address.kind()).isEqualTo(AddressKind.SAAS);
        assertThat(address.codes()).isEqualTo(new AddressCodes(Edition.CN, "000005"));
        assertThat(address.keys().of(KeyType.BASE).first().id()).isEqualTo("base-1");
        assertThat(address.keys().rings()).doesNotContainKey(KeyType.KIT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"path", "kind", "keys.base[0].id", "keys.base[0].secret"})
    void whatIsMissingIsNamed(String setting) {
        settings.remove(FIRST + setting);

        assertRefused(FIRST + setting + " must be set");
    }

    @Test
    void v1IsSpokenAsUsualUnlessItIsSaidOtherwise() {
        assertThat(v1())
                .isEqualTo(new V1Terms(
                        ZoneOffset.ofHours(8), EncryptType.AES_256, false, Duration.ofSeconds(12), Map.of()));

        settings.put(FIRST + "v1.zone", "Asia/Shanghai");
        settings.put(FIRST + "v1.encrypt-type", "aes-128");
        settings.put(FIRST + "v1.accept-post", "true");
        settings.put(FIRST + "v1.hold", "15s");
        settings.put(FIRST + "v1.charging-modes.sku-1", "on-demand-pkg");

        assertThat(v1())
                .isEqualTo(new V1Terms(
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
    void withoutAddressesThereIsNothingToDo() {
        settings.keySet().removeIf(name -> name.startsWith(FIRST));

        assertRefused("koobridge.gateway.addresses must list at least one production address");
    }

    @Test
    void withoutProvisioningNobodyCanBeAsked() {
        settings.remove("koobridge.gateway.provisioning-url");

        assertRefused("koobridge.gateway.provisioning-url must be set");
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

    @Tag("promise:secrets-are-never-shown")
    @Test
    void noSecretIsEverShown() {
        assertThat(bind().toString()).doesNotContain("secret-1");
    }

    private V1Terms v1() {
        return bind().productionAddresses()
                .at("/koogallery/saas")
                .orElseThrow()
                .address()
                .v1();
    }
}
