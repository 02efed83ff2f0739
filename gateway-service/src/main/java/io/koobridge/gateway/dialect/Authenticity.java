package io.koobridge.gateway.dialect;

import io.koobridge.crypto.callback.Rejection;

/** Whether the marketplace made this call. */
public sealed interface Authenticity {

    record Authentic(VerifiedCall call) implements Authenticity {}

    record Refused(Rejection rejection) implements Authenticity {}
}
