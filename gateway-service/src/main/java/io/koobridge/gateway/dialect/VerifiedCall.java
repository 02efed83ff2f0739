package io.koobridge.gateway.dialect;

import io.koobridge.crypto.key.AccessKey;
import java.time.Instant;
import java.util.Optional;

/** A call that the marketplace made for certain. */
public interface VerifiedCall {

    /** The key that verified; it also signs the answer. */
    AccessKey key();

    /** What the marketplace says the time is; decides which of two facts is the newer one. */
    Instant signedAt();

    /** What must not come twice; absent in editions without a nonce. */
    Optional<Once> once();

    /** Whether reading it takes longer than other calls of the same connection's thread should wait: milliseconds, not microseconds. */
    default boolean costly() {
        return false;
    }

    /** Reads the very body that was verified. Never throws, whatever it says. */
    Translation translate();
}
