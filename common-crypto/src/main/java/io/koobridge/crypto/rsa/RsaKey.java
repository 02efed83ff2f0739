package io.koobridge.crypto.rsa;

import io.koobridge.crypto.key.Pem;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;

/** An RSA key of which the marketplace has the public half, to encrypt client secrets (tenant-sync §6.3). Thread-safe. */
public final class RsaKey {

    /** Shorter ones the console does not take. */
    public static final int FEWEST_BITS = 3072;

    /** Of new ones. */
    public static final int USUAL_BITS = 4096;

    private static final int MOST_BITS = 8192;
    private static final String ALGORITHM = "RSA";
    private static final String LABEL = "PRIVATE KEY";

    private final String id;
    private final RSAPrivateCrtKey key;

    private RsaKey(String id, RSAPrivateCrtKey key) {
        this.id = id;
        this.key = key;
    }

    /**
     * Reads {@code -----BEGIN PRIVATE KEY-----} (PKCS#8 without a passphrase).
     *
     * @param id what operators call it
     * @throws IllegalArgumentException saying what it is instead, without repeating it
     */
    public static RsaKey ofPem(String id, String pem) {
        var encoded = Pem.read(LABEL, pem);
        RSAPrivateCrtKey key;
        try {
            key = (RSAPrivateCrtKey)
                    KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException | ClassCastException e) {
            throw new IllegalArgumentException("this is no private key of RSA", e);
        }
        int bits = key.getModulus().bitLength();
        if (bits < FEWEST_BITS || bits > MOST_BITS) {
            throw new IllegalArgumentException(
                    "the RSA key has %d bits, and must have %d to %d".formatted(bits, FEWEST_BITS, MOST_BITS));
        }
        return new RsaKey(id, key);
    }

    /** A new one; it takes seconds. */
    public static RsaKey generate(String id, int bits) {
        try {
            var generator = KeyPairGenerator.getInstance(ALGORITHM);
            generator.initialize(bits);
            return new RsaKey(id, (RSAPrivateCrtKey) generator.generateKeyPair().getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has RSA", e);
        }
    }

    public String id() {
        return id;
    }

    /** As text to keep secret. */
    public String pem() {
        return Pem.write(LABEL, key.getEncoded());
    }

    /** What the seller console wants: the X.509 SubjectPublicKeyInfo in Base64, in one line, without header and footer (tenant-sync §6.3). */
    public String publicKey() {
        try {
            var spec = new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent());
            return Base64.getEncoder()
                    .encodeToString(KeyFactory.getInstance(ALGORITHM)
                            .generatePublic(spec)
                            .getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key '%s' has no public half".formatted(id), e);
        }
    }

    /** Bytes of what is encrypted with it. */
    int length() {
        return (key.getModulus().bitLength() + Byte.SIZE - 1) / Byte.SIZE;
    }

    /** Empty when it was not encrypted for this key in this way. */
    Optional<byte[]> decrypt(byte[] encrypted, OaepVariant variant) {
        try {
            var cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
            cipher.init(Cipher.DECRYPT_MODE, key, variant.parameters());
            return Optional.of(cipher.doFinal(encrypted));
        } catch (GeneralSecurityException notThisOne) {
            return Optional.empty();
        }
    }

    /** Never shows the key. */
    @Override
    public String toString() {
        return "RsaKey[id=%s]".formatted(id);
    }
}
