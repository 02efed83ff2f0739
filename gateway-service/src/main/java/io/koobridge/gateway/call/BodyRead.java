package io.koobridge.gateway.call;

import io.koobridge.gateway.command.Refusal;

/** What became of reading a body. */
public sealed interface BodyRead {

    /** All of it, as it was sent. */
    @SuppressWarnings("ArrayRecordComponent") // passed on, never compared
    record Complete(byte[] body) implements BodyRead {}

    /** Given up; the caller's connection cannot be used any more. */
    record GivenUp(Refusal refusal) implements BodyRead {}
}
