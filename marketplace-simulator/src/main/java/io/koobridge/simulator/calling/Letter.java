package io.koobridge.simulator.calling;

import io.koobridge.simulator.fault.Fault;
import io.koobridge.simulator.fault.Stamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A signed call, ready to be sent, at once or later, once or twice. */
@SuppressWarnings("ArrayRecordComponent") // never compared, never changed
record Letter(String url, byte[] body, Stamp stamp, Fault.@Nullable OfLine line) {

    Instant signedAt() {
        return Instant.ofEpochMilli(stamp.millis());
    }
}
