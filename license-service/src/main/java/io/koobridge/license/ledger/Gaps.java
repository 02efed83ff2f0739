package io.koobridge.license.ledger;

import java.util.ArrayList;
import java.util.List;

/** Numbers that are missing among ascending ones, the lowest first, and no more than were asked for. */
final class Gaps {

    private final int most;
    private final List<Long> found = new ArrayList<>();
    private long expected;

    Gaps(int most) {
        this.most = most;
    }

    /** Whether enough are found. */
    boolean enoughBefore(long number) {
        while (expected < number && found.size() < most) {
            found.add(expected++);
        }
        expected = number + 1;
        return found.size() == most;
    }

    List<Long> found() {
        return List.copyOf(found);
    }
}
