package io.koobridge.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.instance.ChargingMode;
import io.koobridge.events.topic.Topics;
import io.koobridge.gateway.address.AddressKind;
import io.koobridge.gateway.address.KeyType;
import io.koobridge.gateway.address.ProductionAddress;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What addresses of licences and of authorization codes may and must have. */
class LicenseAddressTest extends AddressSettings {

    private static final String THIRD = "koobridge.gateway.addresses[2].";

    @BeforeEach
    void addresses() {
        settings.put("koobridge.gateway.license-url", "http://127.0.0.1:8182");
        settings.put(SECOND + "path", "/koogallery/license");
        settings.put(SECOND + "kind", "LICENSE");
        settings.put(SECOND + "keys.base[0].id", "license-1");
        settings.put(SECOND + "keys.base[0].secret", "secret-license");
        settings.put(THIRD + "path", "/koogallery/license-code");
        settings.put(THIRD + "kind", "LICENSE_CODE");
        settings.put(THIRD + "keys.license-code[0].id", "code-1");
        settings.put(THIRD + "keys.license-code[0].secret", "secret-code");
    }

    @Test
    void eachHasItsKeys() {
        assertThat(license().kind()).isEqualTo(AddressKind.LICENSE);
        assertThat(license().keys().of(KeyType.BASE).first().id()).isEqualTo("license-1");
        assertThat(license().keys().of(KeyType.V1)).isEqualTo(license().keys().of(KeyType.BASE));
        assertThat(codes().kind()).isEqualTo(AddressKind.LICENSE_CODE);
        assertThat(codes().keys().of(KeyType.LICENSE_CODE).first().id()).isEqualTo("code-1");
        assertThat(bind().licenseUrl()).isEqualTo(URI.create("http://127.0.0.1:8182"));
    }

    @ParameterizedTest
    @CsvSource({"LICENSE, 1", "LICENSE_CODE, 2"})
    void bothNeedLicenseService(AddressKind kind, int index) {
        settings.remove("koobridge.gateway.license-url");
        int other = 3 - index;
        settings.keySet().removeIf(name -> name.startsWith("koobridge.gateway.addresses[%d]".formatted(other)));
        if (index == 2) {
            settings.put(SECOND + "path", "/koogallery/other");
            settings.put(SECOND + "kind", "SAAS");
            settings.put(SECOND + "keys.base[0].id", "base-2");
            settings.put(SECOND + "keys.base[0].secret", "secret-2");
        }

        assertRefused(
                "koobridge.gateway.license-url must be set: an address of the kind %s is configured".formatted(kind));
    }

    @Test
    void nobodyElseNeedsIt() {
        settings.remove("koobridge.gateway.license-url");
        settings.keySet().removeIf(name -> name.startsWith(SECOND) || name.startsWith(THIRD));

        assertThat(bind().licenseUrl()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "general, LICENSE, 1",
        "license-code, LICENSE, 1",
        "base, LICENSE_CODE, 2",
        "v1, LICENSE_CODE, 2",
        "kit, LICENSE_CODE, 2",
        "general, LICENSE_CODE, 2",
        "license-code, SAAS, 0"
    })
    void aKeyOfAnotherInterfaceTypeHasNoPlace(String list, AddressKind kind, int index) {
        var keys = "koobridge.gateway.addresses[%d].keys.%s".formatted(index, list);
        settings.put(keys + "[0].id", "other");
        settings.put(keys + "[0].secret", "other-secret");

        assertRefused(
                keys + " must not be set: no call of an address of the kind %s is signed with it".formatted(kind));
    }

    @Test
    void anAddressWithoutKeysCouldBelieveNobody() {
        settings.keySet().removeIf(name -> name.startsWith(THIRD + "keys"));

        assertRefused(THIRD + "keys.license-code must list at least one access key");
    }

    @Test
    void aKeyOfCodesIsOfThatTypeAlone() {
        settings.put(THIRD + "keys.license-code[0].secret", "secret-license");

        assertRefused(THIRD + "keys.license-code[0].secret equals " + SECOND
                + "keys.base[0].secret, but a key belongs to one interface type");
    }

    @ParameterizedTest
    @CsvSource({
        "change-refused-code, 000005",
        "encrypt-type,        aes-256",
        "v1.encrypt-type,     aes-256",
        "v1.accept-post,      false",
    })
    void whatLicensesDoNotHaveHasNoPlace(String setting, String value) {
        settings.put(SECOND + setting, value);

        assertRefused(SECOND + setting + " must not be set: it means nothing on an address of the kind LICENSE");
    }

    @ParameterizedTest
    @CsvSource({
        "change-refused-code,     000005,  change-refused-code",
        "encrypt-type,            aes-256, encrypt-type",
        "v1.zone,                 Z,       v1.zone",
        "v1.encrypt-type,         aes-256, v1.encrypt-type",
        "v1.accept-post,          false,   v1.accept-post",
        "v1.hold,                 12s,     v1.hold",
        "v1.charging-modes.sku-1, period,  v1.charging-modes",
    })
    void whatIsSaidOfSellingHasNoPlaceWhereCodesAreToldOf(String setting, String value, String named) {
        settings.put(THIRD + setting, value);

        assertRefused(THIRD + named + " must not be set: it means nothing on an address of the kind LICENSE_CODE");
    }

    @Test
    void timesOfLicensesAreInUtcUnlessSomebodyKnowsBetter() {
        assertThat(license().v1().zone()).isEqualTo(ZoneOffset.UTC);

        settings.put(SECOND + "v1.zone", "+08:00");
        settings.put(SECOND + "v1.hold", "3s");
        settings.put(SECOND + "v1.charging-modes.OFFI1", "on-demand");

        var v1 = license().v1();
        assertThat(v1.zone()).isEqualTo(ZoneOffset.ofHours(8));
        assertThat(v1.hold()).isEqualTo(Duration.ofSeconds(3));
        assertThat(v1.chargingModes()).containsEntry("OFFI1", ChargingMode.ON_DEMAND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"900ms", "16s"})
    void aLicenseIsWaitedForAsLongAsAnInstance(String hold) {
        settings.put(SECOND + "v1.hold", hold);

        assertRefused(SECOND + "v1.hold must be 1s to 15s");
    }

    @Test
    void theTopicsAreThoseOfTheKinds() {
        assertThat(new GatewayConfiguration()
                        .topics(bind().productionAddresses())
                        .topics())
                .containsExactly(Topics.INSTANCE_FACTS, Topics.LICENSE_FACTS, Topics.LICENSE_CODE_FACTS);
    }

    private ProductionAddress license() {
        return bind().productionAddresses()
                .at("/koogallery/license")
                .orElseThrow()
                .address();
    }

    private ProductionAddress codes() {
        return bind().productionAddresses()
                .at("/koogallery/license-code")
                .orElseThrow()
                .address();
    }
}
