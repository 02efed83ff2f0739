package io.koobridge.tenant.login;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;

/** Texts that nobody guesses. */
final class Tokens {

    /** 256 bits. */
    private static final int SECRET = 32;

    private static final int SHORT = 5;
    private static final int STATE = 16;

    private final SecureRandom random;

    Tokens(SecureRandom random) {
        this.random = random;
    }

    /** 43 characters of base64url. */
    String base64() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(SECRET));
    }

    /** 32 letters and digits. */
    String state() {
        return HexFormat.of().formatHex(bytes(STATE));
    }

    /** Ten, to be read out over a telephone. */
    String reference() {
        return HexFormat.of().formatHex(bytes(SHORT)).toUpperCase(Locale.ROOT);
    }

    private byte[] bytes(int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
