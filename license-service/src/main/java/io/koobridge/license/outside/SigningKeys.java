package io.koobridge.license.outside;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.koobridge.crypto.jws.KeyId;
import io.koobridge.crypto.jws.SigningKey;
import io.koobridge.crypto.jws.VerificationKey;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ResourceLoader;

/**
 * The seller's keys for licences, read and tried.
 *
 * @param signer makes new licences
 * @param published by which licences are checked, in the configured order
 */
public record SigningKeys(SigningKey signer, List<VerificationKey> published) {

    private static final String SETTING = "koobridge.license.signing.keys";
    private static final String PEM = "-----BEGIN ";

    public SigningKeys {
        published = List.copyOf(published);
    }

    /**
     * Reads them.
     *
     * @throws IllegalArgumentException naming the setting that is wrong
     */
    public static SigningKeys of(SigningProperties properties, ResourceLoader locations) {
        var published = new ArrayList<VerificationKey>();
        var kids = new HashSet<String>();
        @Nullable SigningKey signer = null;
        for (int at = 0; at < properties.keys().size(); at++) {
            var key = properties.keys().get(at);
            var setting = "%s[%d]".formatted(SETTING, at);
            var kid = kid(key.kid(), setting + ".kid");
            if (!kids.add(kid)) {
                throw new IllegalArgumentException("%s.kid: another key has the kid '%s' too".formatted(setting, kid));
            }
            if ((key.privateKey() == null) == (key.publicKey() == null)) {
                throw new IllegalArgumentException("%s needs one of private-key and public-key".formatted(setting));
            }
            var reader = new Reader(kid, locations);
            if (key.privateKey() == null) {
                published.add(reader.read(key.publicKey(), setting + ".public-key", VerificationKey::ofPem));
            } else {
                var pair = reader.read(key.privateKey(), setting + ".private-key", SigningKey::ofPem);
                published.add(pair.verificationKey());
                signer = at == 0 ? pair : signer;
            }
        }
        if (signer == null) {
            throw new IllegalArgumentException(SETTING + "[0].private-key is missing: the first key signs");
        }
        return new SigningKeys(signer, published);
    }

    /** One key's texts. */
    private record Reader(String kid, ResourceLoader locations) {

        <K> K read(@Nullable String textOrLocation, String setting, BiFunction<String, String, K> form) {
            var pem = text(given(textOrLocation, setting), setting);
            try {
                return form.apply(kid, pem);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("%s: %s".formatted(setting, e.getMessage()), e);
            }
        }

        /** The location is not repeated, nor is an exception that does so: it may be a key whose first line was lost. */
        private String text(String textOrLocation, String setting) {
            if (textOrLocation.contains(PEM)) {
                return textOrLocation;
            }
            try {
                return locations.getResource(textOrLocation).getContentAsString(UTF_8);
            } catch (IOException e) {
                throw new IllegalArgumentException(
                        "%s is neither a PEM text nor the location of a file that can be read (%s)"
                                .formatted(setting, e.getClass().getSimpleName()));
            }
        }
    }

    private static String kid(@Nullable String value, String setting) {
        var kid = given(value, setting);
        try {
            return KeyId.checked(kid);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(setting + ": " + e.getMessage(), e);
        }
    }

    private static String given(@Nullable String value, String setting) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(setting + " is missing");
        }
        return value;
    }
}
