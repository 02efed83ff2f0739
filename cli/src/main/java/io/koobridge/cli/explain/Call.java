package io.koobridge.cli.explain;

/**
 * A callback as it was captured.
 *
 * @param query the query string, undecoded
 * @param body the exact bytes
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Call(String query, byte[] body) {}
