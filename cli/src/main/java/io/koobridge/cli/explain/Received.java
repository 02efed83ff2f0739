package io.koobridge.cli.explain;

import java.time.Instant;

/**
 * When a call came.
 *
 * @param at by the gateway's clock
 * @param known false when nobody said: then it came before {@code at}, at a time that is not known
 */
public record Received(Instant at, boolean known) {

    public static Received at(Instant time) {
        return new Received(time, true);
    }

    public static Received before(Instant now) {
        return new Received(now, false);
    }
}
