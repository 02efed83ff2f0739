package io.koobridge.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.koobridge.crypto.key.AccessKey;
import io.koobridge.crypto.key.KeyRing;
import io.koobridge.crypto.seal.SealingKeys;
import io.koobridge.gateway.address.AddressCodes;
import io.koobridge.gateway.address.AddressKeys;
import io.koobridge.gateway.address.AddressKind;
import io.koobridge.gateway.address.Edition;
import io.koobridge.gateway.address.ProductionAddress;
import io.koobridge.gateway.address.ProductionAddresses;
import io.koobridge.gateway.address.UsualTerms;
import io.koobridge.gateway.config.SealingProperties.Public;
import io.koobridge.gateway.dialect.Dialects;
import io.koobridge.gateway.waiting.WaitingPages;
import io.koobridge.runtime.identity.SellerId;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;

class DialectsTest extends AddressSettings {

    @Test
    void whoeverOnlyHearsOfOrdersNeedsNoKeyset() {
        assertThat(dialects(null, AddressKind.ORDERS).byKind()).containsOnlyKeys(AddressKind.ORDERS);
    }

    @Test
    void whoeverSellsSealsPersonalData() {
        assertThatThrownBy(() -> dialects(null, AddressKind.ORDERS, AddressKind.SAAS))
                .hasMessageContaining("koobridge.sealing.contact must name a public-keyset");

        var keyset = new ByteArrayResource(SealingKeys.generate().publicKeyset().getBytes(StandardCharsets.UTF_8));
        assertThat(dialects(new Public(keyset), AddressKind.SAAS, AddressKind.SAAS, AddressKind.ORDERS)
                        .byKind())
                .containsOnlyKeys(AddressKind.SAAS, AddressKind.ORDERS);
    }

    @Test
    void aKeysetThatIsNotNamedIsNone() {
        assertThatThrownBy(() -> new Public(null)).hasMessageContaining("needs a public-keyset");
    }

    private Dialects dialects(@Nullable Public contact, AddressKind... kinds) {
        var addresses = new ProductionAddresses(IntStream.range(0, kinds.length)
                .mapToObj(n -> address("/koogallery/" + n, kinds[n]))
                .toList());
        return new GatewayConfiguration()
                .dialects(
                        addresses,
                        new SellerId("seller"),
                        new SealingProperties(contact, null),
                        WaitingPages.none(),
                        bind());
    }

    private static ProductionAddress address(String path, AddressKind kind) {
        var ring = KeyRing.of(new AccessKey("base-1", "a-secret-made-up", null));
        return new ProductionAddress(
                path,
                kind,
                new AddressCodes(Edition.CN, "000005"),
                new AddressKeys(ring, ring, Optional.empty()),
                UsualTerms.USUAL);
    }
}
