package io.koobridge.gateway.dialect;

import io.koobridge.crypto.callback.Rejection;

/** What the parameters of the signature alone say. */
public sealed interface Opening {

    /** Worth reading on. */
    record Credible(UnverifiedCall call) implements Opening {}

    record Refused(Rejection rejection) implements Opening {}
}
