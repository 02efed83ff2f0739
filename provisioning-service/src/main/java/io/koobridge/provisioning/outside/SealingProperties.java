package io.koobridge.provisioning.outside;

import io.koobridge.service.seal.KeysetPair;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The keysets of this service, one pair for each purpose, as mounted files.
 *
 * @param contact for mobile numbers and e-mail addresses of buyers
 * @param credentials for initial passwords
 */
@ConfigurationProperties("koobridge.sealing")
public record SealingProperties(
        @Nullable KeysetPair contact, @Nullable KeysetPair credentials) {

    public SealingProperties {
        if (contact == null || credentials == null) {
            throw new IllegalArgumentException(
                    "koobridge.sealing.contact and koobridge.sealing.credentials must each name a public-keyset and a private-keyset");
        }
    }
}
