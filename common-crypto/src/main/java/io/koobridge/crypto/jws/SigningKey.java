package io.koobridge.crypto.jws;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.subtle.Ed25519Sign;
import io.koobridge.crypto.key.Pem;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** An Ed25519 key that signs. Its signatures are deterministic: the same text gives the same bytes (RFC 8032). Thread-safe. */
public final class SigningKey {

    private static final String ALGORITHM = "Ed25519";
    private static final String LABEL = "PRIVATE KEY";

    private final PrivateKey key;
    private final VerificationKey verificationKey;

    private SigningKey(String kid, EdECPrivateKey key) throws GeneralSecurityException {
        var seed = key.getBytes().orElseThrow(() -> new GeneralSecurityException("the key does not show its bytes"));
        this.key = key;
        this.verificationKey = new VerificationKey(
                kid, Ed25519Sign.KeyPair.newKeyPairFromSeed(seed).getPublicKey());
    }

    /**
     * Reads {@code -----BEGIN PRIVATE KEY-----} (PKCS#8, RFC 8410), as {@code openssl genpkey -algorithm ed25519} writes it.
     *
     * @param kid 1 to 32 characters of {@code A-Z a-z 0-9 . _ -}
     * @throws IllegalArgumentException saying what it is instead of an Ed25519 key, without repeating it
     */
    public static SigningKey ofPem(String kid, String pem) {
        var encoded = Pem.read(LABEL, pem);
        try {
            var key = KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(encoded));
            return new SigningKey(kid, (EdECPrivateKey) key);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("this is no private key of Ed25519", e);
        }
    }

    /** A new one. */
    public static SigningKey generate(String kid) {
        try {
            var pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            return new SigningKey(kid, (EdECPrivateKey) pair.getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has Ed25519", e);
        }
    }

    public VerificationKey verificationKey() {
        return verificationKey;
    }

    /** As text to keep secret. */
    public String pem() {
        return Pem.write(LABEL, key.getEncoded());
    }

    /**
     * A JWS in compact serialization, whose header names algorithm, key and type and nothing else.
     *
     * @param type the header's {@code typ}, of unescaped characters
     */
    public String sign(String type, byte[] payload) {
        var header = "{\"alg\":\"EdDSA\",\"kid\":\"%s\",\"typ\":\"%s\"}".formatted(verificationKey.kid(), type);
        var content = base64(header.getBytes(UTF_8)) + "." + base64(payload);
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(content.getBytes(US_ASCII));
            return content + "." + base64(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key '%s' does not sign".formatted(verificationKey.kid()), e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Never shows the key. */
    @Override
    public String toString() {
        return "SigningKey[kid=%s]".formatted(verificationKey.kid());
    }
}
