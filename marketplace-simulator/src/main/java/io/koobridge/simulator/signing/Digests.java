package io.koobridge.simulator.signing;

/** SHA-256 as KooGallery writes it: 64 lower-case digits (license §5.1). */
public final class Digests {
    private Digests() {}

    public static String sha256(byte[] data) {
        return Hmac.hexDigest(data);
    }
}
