package io.koobridge.simulator.applying;

import io.koobridge.simulator.signing.Digests;
import org.jspecify.annotations.Nullable;

/**
 * A licence that was uploaded.
 *
 * @param fileName of a {@code FILE}
 * @param timesReceived the same one, however often
 * @param bytes null when there was no more room for them
 */
@SuppressWarnings("ArrayRecordComponent") // compared by its digest, never changed
public record Received(
        Type type, @Nullable String fileName, int size, String sha256, int timesReceived, byte @Nullable [] bytes) {

    public enum Type {
        CHARACTERS,
        FILE
    }

    public static Received of(Type type, @Nullable String fileName, byte[] bytes) {
        return new Received(type, fileName, bytes.length, Digests.sha256(bytes), 1, bytes);
    }

    boolean sameAs(Received other) {
        return type == other.type && sha256.equals(other.sha256);
    }

    Received again() {
        return new Received(type, fileName, size, sha256, timesReceived + 1, bytes);
    }

    Received withoutBytes() {
        return new Received(type, fileName, size, sha256, timesReceived, null);
    }
}
