package io.koobridge.gateway.dialect;

import java.time.Instant;

/** A call that has everything a signature needs, but for the body. */
public interface UnverifiedCall {

    /** Whether verifying it takes longer than other calls of the same connection's thread should wait. */
    default boolean costly() {
        return false;
    }

    /** Never throws, whatever the body is. */
    Authenticity verify(byte[] body, Instant now);
}
