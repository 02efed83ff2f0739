package io.koobridge.simulator.signing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;

/** Encrypts client secrets for the seller (tenant-sync §8): RSA-OAEP with the public key that he pasted into the console. */
public final class ClientSecretCipher {
    private static final int FEWEST_BITS = 3072;

    private final RSAPublicKey key;

    private ClientSecretCipher(RSAPublicKey key) {
        this.key = key;
    }

    /** The digests that the protocol leaves open (tenant-sync §8.2). */
    public enum Variant {
        /** SHA-256, and SHA-256 in the mask. */
        A("SHA-256", "SHA-256"),
        /** SHA-256, and SHA-1 in the mask: what the JDK makes of the documented name. */
        B("SHA-256", "SHA-1"),
        /** SHA-1 for both. */
        C("SHA-1", "SHA-1");

        private final String digest;
        private final String mask;

        Variant(String digest, String mask) {
            this.digest = digest;
            this.mask = mask;
        }

        AlgorithmParameterSpec parameters() {
            return new OAEPParameterSpec(digest, "MGF1", new MGF1ParameterSpec(mask), PSource.PSpecified.DEFAULT);
        }
    }

    /**
     * By the seller's key.
     *
     * @param publicKey as pasted: Base64 of SubjectPublicKeyInfo, with or without line breaks and PEM's first and last line
     */
    public static ClientSecretCipher of(String publicKey) {
        String base64 = publicKey.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        RSAPublicKey key;
        try {
            key = (RSAPublicKey) KeyFactory.getInstance("RSA")
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "publicKey must be the Base64 form of an RSA public key (the kind of BEGIN PUBLIC KEY)", e);
        }
        if (key.getModulus().bitLength() < FEWEST_BITS) {
            throw new IllegalArgumentException("publicKey must have at least " + FEWEST_BITS + " bits");
        }
        return new ClientSecretCipher(key);
    }

    /** Another text every time. */
    public String encrypted(Variant variant, String secret) {
        try {
            Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
            cipher.init(Cipher.ENCRYPT_MODE, key, variant.parameters());
            return Base64.getEncoder().encodeToString(cipher.doFinal(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has RSA with OAEP", e);
        }
    }
}
