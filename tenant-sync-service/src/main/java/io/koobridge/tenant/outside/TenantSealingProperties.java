package io.koobridge.tenant.outside;

import io.koobridge.service.seal.KeysetPair;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The keysets of this service, one pair for each purpose, as mounted files.
 *
 * @param users for mobile numbers and e-mail addresses of users
 * @param clients for client secrets, and for what sessions of the login hold
 */
@ConfigurationProperties("koobridge.sealing")
public record TenantSealingProperties(
        @Nullable KeysetPair users, @Nullable KeysetPair clients) {

    public TenantSealingProperties {
        if (users == null || clients == null) {
            throw new IllegalArgumentException(
                    "koobridge.sealing.users and koobridge.sealing.clients must each name a public-keyset and a private-keyset");
        }
    }
}
