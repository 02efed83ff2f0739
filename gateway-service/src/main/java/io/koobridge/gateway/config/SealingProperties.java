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
 * The keyset that personal data of V1 calls is sealed with, as a mounted file: the gateway cannot open what it sealed.
 *
 * @param contact for mobile numbers, e-mail addresses and what buyers typed into fields of the seller's own;
 *     required where an address is of kind {@code SAAS}
 */
@ConfigurationProperties("koobridge.sealing")
public record SealingProperties(@Nullable Public contact) {

    Sealer contactSealer() {
        if (contact == null) {
            throw new IllegalArgumentException(
                    "koobridge.sealing.contact must name a public-keyset, the same that provisioning-service has, because an address of kind SAAS is configured");
        }
        var keyset = Objects.requireNonNull(contact.publicKeyset());
        try {
            var sealer = Sealer.of(keyset.getContentAsString(UTF_8));
            sealer.warmUp();
            return sealer;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the keyset named by koobridge.sealing.contact cannot be read: " + keyset, e);
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
                        "koobridge.sealing.contact needs a public-keyset, as in file:/run/secrets/contact-public.json");
            }
        }
    }
}
