package io.koobridge.tenant.outside;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.ConfigurationPropertiesSource;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Keys of which the marketplace has the public halves: {@code koobridge.tenant.*}.
 *
 * @param rsaKeys newest first. A key stays until no order is left that was made with its public half (tenant-sync §6.2); none: no application can be synchronised
 */
@ConfigurationProperties("koobridge.tenant")
public record RsaKeyProperties(@DefaultValue List<Key> rsaKeys) {

    public RsaKeyProperties {
        rsaKeys = List.copyOf(rsaKeys);
    }

    /**
     * One key; {@code koobridge keys rsa new} makes one.
     *
     * @param id required: what it is called in metrics; 1 to 64 of the characters {@code A-Z a-z 0-9 . _ -}
     * @param privateKey required: location of a file with the key as PEM text ({@code BEGIN PRIVATE KEY}), as in {@code file:/run/secrets/kit-rsa.pem}
     */
    @ConfigurationPropertiesSource
    public record Key(@Nullable String id, @Nullable String privateKey) {

        /** Never shows the key. */
        @Override
        public String toString() {
            return "Key[id=%s]".formatted(id);
        }
    }
}
