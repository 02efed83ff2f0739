package io.koobridge.gateway.dialect;

import java.time.Instant;

/** A call that has everything a signature needs, but for the body. */
public interface UnverifiedCall {

    /** Never throws, whatever the body is. */
    Authenticity verify(byte[] body, Instant now);
}
