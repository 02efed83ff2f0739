package io.koobridge.crypto;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** {@code tenant-sync.json}. */
public record TenantSyncVectors(
        String key,
        String nonce,
        String timestamp,
        List<Signature> signatures,
        String withInnerDigest,
        String v1Key,
        List<Token> tokens,
        Answer answer,
        Secrets secrets) {

    /** What stands for a ciphertext in a body. */
    private static final String CT_A = "CT-A";

    public static TenantSyncVectors read() throws IOException {
        return Vectors.read("tenant-sync.json", TenantSyncVectors.class);
    }

    public record Signature(String id, String canonical, String sign, String body) {}

    public record Token(String id, String message, String token, String body) {}

    public record Answer(String body, String header) {}

    /** One private key, and a secret that was encrypted for it in each variant of OAEP. */
    public record Secrets(String privateKey, String publicKey, String plain, Map<String, String> encrypted) {}

    /** With the ciphertext in its place. */
    public String whole(String text) {
        return text.replace(CT_A, String.valueOf(secrets.encrypted().get("SHA_256")));
    }
}
