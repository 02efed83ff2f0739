package io.koobridge.crypto.callback.v2;

import io.koobridge.crypto.callback.Rejection;

/** What {@link SignatureParameters#check} found, before a byte of the body was read. */
public sealed interface ParameterCheck {

    record Complete(SignedParameters parameters) implements ParameterCheck {}

    record Rejected(Rejection rejection) implements ParameterCheck {}
}
