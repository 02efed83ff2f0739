package io.koobridge.cli.explain;

import org.jspecify.annotations.Nullable;

/**
 * A callback as it was captured.
 *
 * @param method in upper case
 * @param query the query string, undecoded
 * @param token the header {@code authToken}, if there was one
 * @param body the exact bytes
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Call(String method, String query, @Nullable String token, byte[] body) {

    static final String GET = "GET";
    static final String POST = "POST";

    boolean isGet() {
        return method.equals(GET);
    }

    Call withBody(byte[] other) {
        return new Call(method, query, token, other);
    }
}
