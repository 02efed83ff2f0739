package io.koobridge.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.gateway.address.AddressKeys;
import io.koobridge.gateway.address.KeyType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The keys of addresses, each by itself and all together. */
class AddressKeysTest extends AddressSettings {

    @Test
    void theV1KeysAreTheBaseKeysUnlessThereAreOthers() {
        assertThat(keys().of(KeyType.V1)).isEqualTo(keys().of(KeyType.BASE));

        settings.put(FIRST + "keys.v1[0].id", "v1-1");
        settings.put(FIRST + "keys.v1[0].secret", "secret-v1");

        assertThat(keys().of(KeyType.V1).first().id()).isEqualTo("v1-1");
    }

    @Test
    void aKeyMayEnd() {
        settings.put(FIRST + "keys.base[0].not-after", "2026-12-31T23:59:59Z");

        assertThat(keys().of(KeyType.BASE).first().notAfter()).hasToString("2026-12-31T23:59:59Z");
    }

    @Test
    void v1MayListTheBaseKeyAmongOthers() {
        settings.put(FIRST + "keys.v1[0].id", "v1-1");
        settings.put(FIRST + "keys.v1[0].secret", "secret-v1");
        settings.put(FIRST + "keys.v1[1].id", "base-1");
        settings.put(FIRST + "keys.v1[1].secret", "secret-1");

        assertThat(keys().of(KeyType.V1).keys()).hasSize(2);
    }

    @Test
    void anAddressWithoutKeysCouldBelieveNobody() {
        settings.keySet().removeIf(name -> name.startsWith(FIRST + "keys"));

        assertRefused(FIRST + "keys.base must list at least one access key");
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

    private AddressKeys keys() {
        return bind().productionAddresses()
                .at("/koogallery/saas")
                .orElseThrow()
                .address()
                .keys();
    }
}
