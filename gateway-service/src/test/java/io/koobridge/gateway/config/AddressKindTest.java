package io.koobridge.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.gateway.address.AddressKind;
import io.koobridge.gateway.address.KeyType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an address may and must have follows from its kind. */
class AddressKindTest extends AddressSettings {

    @Test
    void anAddressThatTellsOfOrdersHasAGeneralKeyAndNeedsNoOther() {
        ordersAddress("secret-general");

        var address = bind().productionAddresses()
                .at("/koogallery/orders")
                .orElseThrow()
                .address();

        assertThat(address.kind()).isEqualTo(AddressKind.ORDERS);
        assertThat(address.keys().of(KeyType.GENERAL).first().id()).isEqualTo("general-1");
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

    @Test
    void aGeneralKeyHasNoPlaceWhereSomethingIsSold() {
        settings.put(FIRST + "keys.general[0].id", "general-1");
        settings.put(FIRST + "keys.general[0].secret", "secret-general");

        assertRefused(FIRST + "keys.general must not be set: no call of an address of the kind SAAS is signed with it");
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
}
