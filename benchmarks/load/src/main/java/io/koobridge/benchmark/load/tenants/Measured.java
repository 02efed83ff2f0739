package io.koobridge.benchmark.load.tenants;

import java.time.Duration;
import java.util.List;

/**
 * One repetition.
 *
 * @param users of each call of users, how long its acknowledgement took
 * @param usersStored from the first of these calls to the last row
 * @param bulkInserts what the store inserted in a second, asked for nothing else, right afterwards
 * @param organisation how long the acknowledgement of the whole organisation took
 * @param organisationStored from its acknowledgement to its last row
 * @param heap the greatest that was seen meanwhile, in MiB
 */
record Measured(
        List<Duration> users,
        Duration usersStored,
        double bulkInserts,
        Duration organisation,
        Duration organisationStored,
        double heap) {

    Measured {
        users = List.copyOf(users);
    }

    double p99Millis() {
        var sorted = users.stream().sorted().toList();
        return millis(sorted.get((int) Math.ceil(sorted.size() * 0.99) - 1));
    }

    double medianMillis() {
        var sorted = users.stream().sorted().toList();
        return millis(sorted.get(sorted.size() / 2));
    }

    private static double millis(Duration time) {
        return time.toNanos() / 1e6;
    }

    double rowsPerSecond() {
        return users.size() * (double) KitLists.USERS_IN_A_CALL / seconds(usersStored);
    }

    /** Of the store's own rate. */
    double share() {
        return rowsPerSecond() / bulkInserts;
    }

    static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }
}
