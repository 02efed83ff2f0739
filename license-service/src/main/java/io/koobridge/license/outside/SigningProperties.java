package io.koobridge.license.outside;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.ConfigurationPropertiesSource;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Licences that KooBridge signs itself: {@code koobridge.license.signing.*}.
 *
 * @param keys the first signs, all are published at {@code /license-keys}; a key stays here for as long as licences of it run
 */
@ConfigurationProperties("koobridge.license.signing")
public record SigningProperties(@DefaultValue List<Key> keys) {

    public SigningProperties {
        keys = List.copyOf(keys);
    }

    /**
     * One key of Ed25519. Each has either half; {@code koobridge license keygen} makes one.
     *
     * @param kid required: what licences call it, 1 to 32 characters of {@code A-Z a-z 0-9 . _ -}
     * @param privateKey PEM text ({@code BEGIN PRIVATE KEY}), or the location of a file with it, as in {@code file:/run/secrets/license-key.pem}; the
     *     first key needs it
     * @param publicKey instead of the private half, for a key that signs no more: PEM text ({@code BEGIN PUBLIC KEY}) or location
     */
    @ConfigurationPropertiesSource
    public record Key(
            @Nullable String kid,
            @Nullable String privateKey,
            @Nullable String publicKey) {

        /** Never shows the key. */
        @Override
        public String toString() {
            return "Key[kid=%s]".formatted(kid);
        }
    }
}
