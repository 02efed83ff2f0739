package io.koobridge.simulator.rules;

import org.jspecify.annotations.Nullable;

/** What came back from the seller. */
public sealed interface Reply {

    /** A whole answer; {@code bodySign} is the header whose name was spelt exactly so (saas-v2 §7.8). */
    @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
    record Answered(
            int status,
            @Nullable String contentType,
            @Nullable String bodySign,
            byte[] body) implements Reply {}

    /** No whole answer in time: refused, cut off, too large, too late. */
    record Broken(String reason) implements Reply {}
}
