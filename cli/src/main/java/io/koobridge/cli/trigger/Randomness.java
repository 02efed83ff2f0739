package io.koobridge.cli.trigger;

import java.util.HexFormat;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** New ids in the marketplace's forms. */
record Randomness(RandomGenerator random) {

    String orderId() {
        return "CS" + hex(8).toUpperCase(Locale.ROOT);
    }

    String businessId() {
        return hex(16);
    }

    String nonce() {
        return hex(16).toUpperCase(Locale.ROOT);
    }

    private String hex(int bytes) {
        byte[] value = new byte[bytes];
        random.nextBytes(value);
        return HexFormat.of().formatHex(value);
    }
}
