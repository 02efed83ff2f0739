package io.koobridge.simulator.calling;

import io.koobridge.simulator.fault.Fault;
import io.koobridge.simulator.fault.Stamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A signed call, ready to be sent, at once or later, once or twice.
 *
 * @param body null: a GET
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never changed
record Letter(Channel channel, String url, byte @Nullable [] body, Stamp stamp, Fault.@Nullable OfLine line) {

    Instant signedAt() {
        return Instant.ofEpochMilli(stamp.millis());
    }

    String method() {
        return body == null ? "GET" : "POST";
    }
}
