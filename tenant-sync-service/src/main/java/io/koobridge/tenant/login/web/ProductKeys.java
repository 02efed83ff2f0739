package io.koobridge.tenant.login.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** By which a product's server is known. Only digests are kept. */
public final class ProductKeys {

    private static final String BEARER = "Bearer ";
    private static final int SHORTEST = 16;
    private static final int LONGEST = 512;

    private final List<byte[]> digests;

    /** @param digests SHA-256 of each key, as hexadecimal digits */
    public ProductKeys(List<String> digests) {
        this.digests = digests.stream().map(HexFormat.of()::parseHex).toList();
    }

    /** Whether an {@code Authorization} header shows one of them. */
    boolean admits(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return false;
        }
        var shown = authorization.substring(BEARER.length()).strip();
        if (shown.length() < SHORTEST || shown.length() > LONGEST) {
            return false;
        }
        var digest = sha256(shown);
        var admitted = false;
        for (var each : digests) {
            admitted |= MessageDigest.isEqual(each, digest);
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
