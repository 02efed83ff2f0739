package io.koobridge.license.ledger;

import java.util.List;
import java.util.OptionalLong;

/**
 * Where an order's shelf has free slots: behind the last one that is taken, or, once that is the shelf's last one, where some were freed.
 *
 * @param next the first one behind all that are taken
 * @param quota how many slots the shelf has
 * @param freed the lowest free ones before that; looked for only when none is left behind them
 * @param none whether all are taken
 */
record Room(long next, long quota, List<Long> freed, boolean none) {

    Room {
        freed = List.copyOf(freed);
    }

    static Room behind(long next, long quota) {
        return new Room(next, quota, List.of(), false);
    }

    static Room freed(List<Long> freed, long quota) {
        return new Room(quota, quota, freed, false);
    }

    static Room none(long quota) {
        return new Room(quota, quota, List.of(), true);
    }

    /** Whether it is all that lies behind the last taken one, so that it stays true while this is used up. */
    boolean goesOn() {
        return next < quota;
    }

    /** The slot of whoever comes after so many others; empty when these may have taken all. */
    OptionalLong slot(long turn) {
        if (turn < quota - next) {
            return OptionalLong.of(next + turn);
        }
        return turn < freed.size() ? OptionalLong.of(freed.get(Math.toIntExact(turn))) : OptionalLong.empty();
    }
}
