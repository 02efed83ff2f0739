package io.koobridge.simulator.enterprise;

import io.koobridge.simulator.signing.Digests;
import java.nio.charset.StandardCharsets;

/** Passwords that nobody has to remember: each follows from its owner. */
final class Passwords {
    private static final int LENGTH = 12;

    private Passwords() {}

    static String of(long seed, String tenantId, String userName) {
        String digits = Digests.sha256((seed + "|" + tenantId + "|" + userName).getBytes(StandardCharsets.UTF_8));
        return "Pw-" + digits.substring(0, LENGTH);
    }
}
