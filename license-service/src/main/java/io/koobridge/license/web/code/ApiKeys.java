package io.koobridge.license.web.code;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.ConfigurationPropertiesSource;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may ask about codes. Only digests of keys are kept: whoever reads the configuration can show none.
 *
 * @param apiKeys what the seller's software shows; none: nobody may ask. A new key is added, given to the software, and the old one is taken away
 */
@ConfigurationProperties("koobridge.license")
public record ApiKeys(@DefaultValue List<Key> apiKeys) {

    private static final String BEARER = "Bearer ";
    private static final int SHORTEST = 16;
    private static final int LONGEST = 512;

    /**
     * One key.
     *
     * @param id required: what it is called in metrics; 1 to 64 of the characters {@code A-Z a-z 0-9 . _ -}
     * @param sha256 required: of the key itself, which has 16 to 512 characters: 64 hexadecimal digits, as {@code sha256sum} prints them
     */
    @ConfigurationPropertiesSource
    public record Key(String id, String sha256) {

        public Key {
            if (id == null || !id.matches("[A-Za-z0-9._-]{1,64}")) {
                throw new IllegalArgumentException(
                        "koobridge.license.api-keys: each id needs 1 to 64 of the characters A-Z a-z 0-9 . _ -");
            }
            if (sha256 == null || !sha256.matches("[0-9A-Fa-f]{64}")) {
                throw new IllegalArgumentException(
                        "koobridge.license.api-keys: sha256 of %s must have 64 hexadecimal digits".formatted(id));
            }
        }

        private byte[] digest() {
            return HexFormat.of().parseHex(sha256);
        }
    }

    public ApiKeys {
        apiKeys = List.copyOf(apiKeys);
        var ids = new HashSet<String>();
        apiKeys.forEach(key -> {
            if (!ids.add(key.id())) {
                throw new IllegalArgumentException("koobridge.license.api-keys lists %s twice".formatted(key.id()));
            }
        });
    }

    /** The id of the key that an {@code Authorization} header shows. Takes the same time whichever it is. */
    Optional<String> admitted(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Optional.empty();
        }
        var shown = authorization.substring(BEARER.length()).strip();
        if (shown.length() < SHORTEST || shown.length() > LONGEST) {
            return Optional.empty();
        }
        var digest = sha256(shown);
        var admitted = Optional.<String>empty();
        for (var key : apiKeys) {
            if (MessageDigest.isEqual(key.digest(), digest)) {
                admitted = Optional.of(key.id());
            }
        }
        return admitted;
    }

    private static byte[] sha256(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
