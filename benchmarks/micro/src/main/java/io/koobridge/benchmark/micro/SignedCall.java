package io.koobridge.benchmark.micro;

import io.koobridge.crypto.callback.v2.BodySignature;
import io.koobridge.crypto.callback.v2.SignedParameters;
import io.koobridge.crypto.key.AccessKey;
import io.koobridge.crypto.mac.MacTag;

/**
 * A V2 call as the marketplace sends it.
 *
 * @param body as it comes; what was signed may be another spelling of it
 */
@SuppressWarnings("ArrayRecordComponent") // read, never compared
record SignedCall(SignedParameters parameters, byte[] body) {

    static final String NONCE = "Nq7vR2xK9mT4bYw1";

    /** A call whose body is sent as it was signed. */
    static SignedCall of(AccessKey key, byte[] body) {
        return of(key, body, body);
    }

    static SignedCall of(AccessKey key, byte[] signed, byte[] sent) {
        return new SignedCall(parameters(BodySignature.sign(key, NONCE, Samples.TIMESTAMP, signed)), sent);
    }

    /** The same call, whose signature nobody's key gives. */
    SignedCall forged() {
        return new SignedCall(parameters("0".repeat(64)), body);
    }

    private static SignedParameters parameters(String signature) {
        return new SignedParameters(MacTag.ofHex(signature).orElseThrow(), Samples.TIMESTAMP, NONCE, Samples.SIGNED_AT);
    }
}
