package io.koobridge.gateway.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.koobridge.crypto.seal.Sealer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.core.io.Resource;

/**
 * The keysets that personal data of calls is sealed with, as mounted files: the gateway cannot open what it sealed.
 *
 * @param contact for mobile numbers, e-mail addresses and what buyers typed into fields of the seller's own, in V1;
 *     required where an address is of kind {@code SAAS}
 * @param users for mobile numbers and e-mail addresses of the users of joint operations; required where an address has keys of type {@code kit}
 */
@ConfigurationProperties("koobridge.sealing")
public record SealingProperties(
        @Nullable Public contact, @Nullable Public users) {

    Sealer contactSealer() {
        return sealer(
                contact,
                "contact",
                "the same that provisioning-service has, because an address of kind SAAS is configured");
    }

    Sealer userSealer() {
        return sealer(
                users, "users", "the same that tenant-sync-service has, because an address has keys of the type kit");
    }

    private static Sealer sealer(@Nullable Public named, String purpose, String why) {
        if (named == null) {
            throw new IllegalArgumentException(
                    "koobridge.sealing.%s must name a public-keyset, %s".formatted(purpose, why));
        }
        var keyset = Objects.requireNonNull(named.publicKeyset());
        try {
            var sealer = Sealer.of(keyset.getContentAsString(UTF_8));
            sealer.warmUp();
            return sealer;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the keyset named by koobridge.sealing.%s cannot be read: %s".formatted(purpose, keyset), e);
        }
    }

    /**
     * A Tink keyset in JSON.
     *
     * @param publicKeyset required: location of the keyset that seals
     */
    public record Public(@Nullable Resource publicKeyset) {

        public Public {
            if (publicKeyset == null) {
                throw new IllegalArgumentException(
                        "each keyset of koobridge.sealing needs a public-keyset, as in file:/run/secrets/contact-public.json");
            }
        }
    }
}
