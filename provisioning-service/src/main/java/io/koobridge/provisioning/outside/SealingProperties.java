package io.koobridge.provisioning.outside;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.core.io.Resource;

/**
 * The keysets of this service, one pair for each purpose, as mounted files.
 *
 * @param contact for mobile numbers and e-mail addresses of buyers
 * @param credentials for initial passwords
 */
@ConfigurationProperties("koobridge.sealing")
public record SealingProperties(
        @Nullable Pair contact, @Nullable Pair credentials) {

    public SealingProperties {
        if (contact == null || credentials == null) {
            throw new IllegalArgumentException(
                    "koobridge.sealing.contact and koobridge.sealing.credentials must each name a public-keyset and a private-keyset");
        }
    }

    /**
     * Tink keysets in JSON.
     *
     * @param publicKeyset required: location of the keyset that seals
     * @param privateKeyset required: location of the keyset that opens
     */
    public record Pair(
            @Nullable Resource publicKeyset, @Nullable Resource privateKeyset) {

        public Pair {
            if (publicKeyset == null || privateKeyset == null) {
                throw new IllegalArgumentException(
                        "koobridge.sealing.contact and koobridge.sealing.credentials each need a public-keyset and a private-keyset, as in file:/run/secrets/contact-public.json");
            }
        }
    }
}
