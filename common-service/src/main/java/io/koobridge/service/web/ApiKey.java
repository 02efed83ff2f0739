package io.koobridge.service.web;

import java.util.HexFormat;
import org.springframework.boot.context.properties.ConfigurationPropertiesSource;

/**
 * What the seller's software shows at a public door. Only its digest is kept: whoever reads the configuration can show none.
 *
 * @param id required: what it is called in metrics; 1 to 64 of the characters {@code A-Z a-z 0-9 . _ -}
 * @param sha256 required: of the key itself, which has 16 to 512 characters: 64 hexadecimal digits, as {@code sha256sum} prints them
 */
@ConfigurationPropertiesSource
public record ApiKey(String id, String sha256) {

    public ApiKey {
        if (id == null || !id.matches("[A-Za-z0-9._-]{1,64}")) {
            throw new IllegalArgumentException("api-keys: each id needs 1 to 64 of the characters A-Z a-z 0-9 . _ -");
        }
        if (sha256 == null || !sha256.matches("[0-9A-Fa-f]{64}")) {
            throw new IllegalArgumentException("api-keys: sha256 of %s must have 64 hexadecimal digits".formatted(id));
        }
    }

    byte[] digest() {
        return HexFormat.of().parseHex(sha256);
    }
}
