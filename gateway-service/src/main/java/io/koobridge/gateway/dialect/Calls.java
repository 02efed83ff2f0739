package io.koobridge.gateway.dialect;

import io.koobridge.crypto.key.KeyRing;
import java.time.Instant;

/** Calls that are signed in one way, whatever they say. */
public interface Calls {

    /** Longest body, in bytes. */
    default int longestBody() {
        return 256 * 1024;
    }

    /** Looks at what came before the body. */
    Opening open(CallHead head, KeyRing keys, Instant now);
}
