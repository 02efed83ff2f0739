package io.koobridge.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.koobridge.crypto.seal.SealingKeys;
import io.koobridge.events.topic.Topics;
import io.koobridge.gateway.address.KeyType;
import io.koobridge.gateway.address.KitPath;
import io.koobridge.gateway.address.KitPath.KitEdition;
import io.koobridge.gateway.address.KitPath.KitInterface;
import io.koobridge.gateway.address.ProductionAddresses.Called;
import io.koobridge.gateway.dialect.Dialects;
import io.koobridge.gateway.waiting.WaitingPages;
import io.koobridge.runtime.identity.SellerId;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ByteArrayResource;

/** What an address below which the joint-operations kit is called may and must have. */
class KitAddressTest extends AddressSettings {

    @BeforeEach
    void kit() {
        settings.put(FIRST + "keys.kit[0].id", "kit-1");
        settings.put(FIRST + "keys.kit[0].secret", "secret-kit");
    }

    @ParameterizedTest
    @CsvSource({"V1, /produceAPI/", "V2, /produceAPI/v2/"})
    void theInterfacesOfEachEditionAreBelowIt(KitEdition edition, String below) {
        for (var called : KitInterface.values()) {
            assertThat(bind().productionAddresses().at("/koogallery/saas" + below + called.label()))
                    .map(Called::kit)
                    .contains(new KitPath(edition, called));
        }
        assertThat(bind().productionAddresses().at("/koogallery/saas"))
                .map(Called::kit)
                .isEmpty();
    }

    @Test
    void belowAnAddressOfLicensesTheyAreTheSame() {
        settings.put("koobridge.gateway.license-url", "http://127.0.0.1:8182");
        settings.put(FIRST + "kind", "LICENSE");

        assertThat(bind().productionAddresses().at("/koogallery/saas/produceAPI/v2/authSync"))
                .isPresent();
    }

    @Test
    void belowOthersThereAreNone() {
        secondAddress("/koogallery/other");

        assertThat(bind().productionAddresses().at("/koogallery/other/produceAPI/v2/authSync"))
                .isEmpty();
    }

    @Test
    void v1IsSignedWithKeysOfTheKitOrOfV1() {
        settings.put(FIRST + "keys.v1[0].id", "v1-1");
        settings.put(FIRST + "keys.v1[0].secret", "secret-v1");

        var keys = bind().productionAddresses().all().getFirst().keys();

        assertThat(keys.ofKitV1().keys()).extracting(key -> key.id()).containsExactly("kit-1", "v1-1");
        assertThat(keys.of(KeyType.KIT).keys()).hasSize(1);
    }

    @Test
    void itNeedsTenantSync() {
        assertThat(bind().tenantSyncUrl()).isEqualTo(URI.create("http://127.0.0.1:8183"));

        settings.remove("koobridge.gateway.tenant-sync-url");

        assertRefused("koobridge.gateway.tenant-sync-url must be set: an address has keys of the type kit");
    }

    @Test
    void nobodyElseNeedsIt() {
        settings.keySet().removeIf(name -> name.contains("kit[") || name.contains("tenant-sync"));

        assertThat(bind().tenantSyncUrl()).isNull();
        assertThat(dialects(null).kits()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/koogallery/saas/produceAPI/tenantSync", "/koogallery/saas/produceAPI/v2/allOrgSync"})
    void noOtherAddressHasThePathOfAnInterface(String path) {
        secondAddress(path);

        assertRefused(SECOND + "path is that of an interface of the joint-operations kit below " + FIRST + "path");
    }

    @Test
    void usersAreSealed() {
        assertThatThrownBy(() -> dialects(null))
                .hasMessage(
                        "koobridge.sealing.users must name a public-keyset, the same that tenant-sync-service has, because an address has keys of the type kit");

        assertThat(dialects(keyset()).kits()).containsOnlyKeys(KitEdition.values());
    }

    @Test
    void answersOfV2AreNotSignedUnlessThatIsWished() {
        assertThat(bind().kitBodySign()).isFalse();

        settings.put("koobridge.gateway.kit-body-sign", "true");

        assertThat(bind().kitBodySign()).isTrue();
    }

    @Test
    void factsOfTenantsHaveATopic() {
        assertThat(new GatewayConfiguration()
                        .topics(bind().productionAddresses())
                        .topics())
                .containsExactly(Topics.INSTANCE_FACTS, Topics.TENANT_FACTS);
    }

    private Dialects dialects(SealingProperties.@Nullable Public users) {
        return new GatewayConfiguration()
                .dialects(
                        bind().productionAddresses(),
                        new SellerId("seller"),
                        new SealingProperties(keyset(), users),
                        WaitingPages.none(),
                        bind());
    }

    private static SealingProperties.Public keyset() {
        var json = SealingKeys.generate().publicKeyset().getBytes(StandardCharsets.UTF_8);
        return new SealingProperties.Public(new ByteArrayResource(json));
    }
}
