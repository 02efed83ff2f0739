package io.koobridge.service.seal;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationPropertiesSource;
import org.springframework.core.io.Resource;

/**
 * Tink keysets of one purpose in JSON, as mounted files.
 *
 * @param publicKeyset required: location of the keyset that seals
 * @param privateKeyset required: location of the keyset that opens
 */
@ConfigurationPropertiesSource
public record KeysetPair(
        @Nullable Resource publicKeyset, @Nullable Resource privateKeyset) {

    public KeysetPair {
        if (publicKeyset == null || privateKeyset == null) {
            throw new IllegalArgumentException(
                    "each purpose of koobridge.sealing needs a public-keyset and a private-keyset, as in file:/run/secrets/contact-public.json");
        }
    }
}
