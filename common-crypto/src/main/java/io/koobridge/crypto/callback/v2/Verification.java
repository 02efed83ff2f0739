package io.koobridge.crypto.callback.v2;

import io.koobridge.crypto.callback.Rejection;
import io.koobridge.crypto.key.AccessKey;

/** Whether a V2 callback was made by somebody who holds one of our keys. */
public sealed interface Verification {

    /**
     * It was.
     *
     * @param key the key that verified: the answer is signed with it, and its use is counted
     * @param form what had been signed
     */
    record Verified(AccessKey key, CanonicalForm form) implements Verification {}

    /** It was not, or at least cannot be shown to be. */
    record Rejected(Rejection rejection) implements Verification {}
}
