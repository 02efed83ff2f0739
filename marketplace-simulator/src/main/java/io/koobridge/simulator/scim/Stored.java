package io.koobridge.simulator.scim;

import java.time.Instant;

/**
 * A resource as it is kept: its attributes as JSON text, without id, meta and members.
 *
 * @param members of a user: none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never changed
record Stored(Kind kind, String id, byte[] json, Members members, Instant created, Instant modified, int version) {

    Stored changed(byte[] other, Members others, Instant at) {
        return new Stored(kind, id, other, others, created, at, version + 1);
    }

    String etag() {
        return "W/\"" + version + "\"";
    }
}
