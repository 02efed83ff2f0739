package io.koobridge.gateway.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.crypto.key.AccessKey;
import io.koobridge.crypto.key.KeyRing;
import io.koobridge.gateway.address.AddressCodes;
import io.koobridge.gateway.address.AddressKeys;
import io.koobridge.gateway.address.AddressKind;
import io.koobridge.gateway.address.Edition;
import io.koobridge.gateway.address.KitPath;
import io.koobridge.gateway.address.KitPath.KitEdition;
import io.koobridge.gateway.address.KitPath.KitInterface;
import io.koobridge.gateway.address.ProductionAddress;
import io.koobridge.gateway.address.UsualTerms;
import io.koobridge.gateway.dialect.CallHead;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import reactor.core.scheduler.Schedulers;

class LanesTest {

    private static final int SHORT = 256 * 1024;
    private static final KitPath KIT = new KitPath(KitEdition.V1, KitInterface.AUTH_SYNC);

    private final Lanes lanes = new Lanes();

    @Tag("promise:answered-in-time")
    @Test
    void nothingWaitsForTheKitsLongBodies() {
        var longOfKit = lanes.of(head(KIT), SHORT + 1);

        assertThat(lanes.of(head(KIT), 8 * SHORT)).isSameAs(longOfKit);
        assertThat(lanes.of(head(KIT), SHORT)).isNotSameAs(longOfKit);
        assertThat(lanes.of(head(null), SHORT)).isNotSameAs(longOfKit).isNotSameAs(lanes.of(head(KIT), SHORT));
    }

    private static CallHead head(@Nullable KitPath kit) {
        var ring = KeyRing.of(new AccessKey("v1-1", "a-secret-made-up", null));
        var address = new ProductionAddress(
                "/koogallery/saas",
                AddressKind.SAAS,
                new AddressCodes(Edition.CN, "000005"),
                new AddressKeys(ring, ring, Optional.of(ring)),
                UsualTerms.USUAL);
        return new CallHead(address, kit, "POST", "", new HttpHeaders(), Instant.EPOCH, Schedulers.immediate());
    }
}
