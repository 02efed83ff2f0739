package io.koobridge.crypto.jws;

import io.koobridge.crypto.key.Pem;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** The public half of a key, by which others check what was signed. */
public final class VerificationKey {

    private static final String LABEL = "PUBLIC KEY";
    private static final int LENGTH = 32;

    private final String kid;
    private final byte[] point;

    VerificationKey(String kid, byte[] point) {
        this.kid = KeyId.checked(kid);
        this.point = point.clone();
    }

    /**
     * Reads {@code -----BEGIN PUBLIC KEY-----} (RFC 8410).
     *
     * @param kid 1 to 32 characters of {@code A-Z a-z 0-9 . _ -}
     * @throws IllegalArgumentException saying what it is instead of an Ed25519 key
     */
    public static VerificationKey ofPem(String kid, String pem) {
        var encoded = Pem.read(LABEL, pem);
        try {
            KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("this is no public key of Ed25519", e);
        }
        return new VerificationKey(kid, Arrays.copyOfRange(encoded, encoded.length - LENGTH, encoded.length));
    }

    public String kid() {
        return kid;
    }

    /** As a JSON Web Key (RFC 8037 §2), on one line. */
    public String jwk() {
        return "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"kid\":\"%s\",\"use\":\"sig\",\"alg\":\"EdDSA\",\"x\":\"%s\"}"
                .formatted(kid, Base64.getUrlEncoder().withoutPadding().encodeToString(point));
    }

    /** As a JWK Set (RFC 7517 §5) in this order, on one line. */
    public static String jwkSet(List<VerificationKey> keys) {
        return keys.stream().map(VerificationKey::jwk).collect(Collectors.joining(",", "{\"keys\":[", "]}"));
    }
}
