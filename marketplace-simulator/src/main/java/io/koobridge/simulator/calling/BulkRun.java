package io.koobridge.simulator.calling;

import io.koobridge.simulator.market.Listing;
import io.koobridge.simulator.market.RetryPlan;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Many purchases at a rate, each repeated until it is acknowledged.
 *
 * @param duplicatePercent how many of a hundred are sent a second time, at the same time, with another businessId
 * @param retryMillis real time from a failed answer to the repeat
 */
public record BulkRun(
        int count,
        @Nullable Integer duplicatePercent,
        @Nullable Integer ratePerSecond,
        @Nullable Integer retryMillis,
        Listing listing) {

    public BulkRun {
        within("count", count, 1, 100_000);
        within("duplicatePercent", duplicatePercent == null ? 0 : duplicatePercent, 0, 100);
        within("ratePerSecond", ratePerSecond == null ? 1 : ratePerSecond, 1, 10_000);
        within("retryMillis", retryMillis == null ? 1 : retryMillis, 1, 3_600_000);
    }

    /** Spread evenly: of any hundred neighbours exactly the wanted number. */
    boolean duplicated(int index) {
        int percent = duplicatePercent == null ? 0 : duplicatePercent;
        return (index + 1) * (long) percent / 100 > index * (long) percent / 100;
    }

    Duration startOf(int index) {
        return Duration.ofNanos(index * 1_000_000_000L / (ratePerSecond == null ? 100 : ratePerSecond));
    }

    RetryPlan plan(Timing timing) {
        return RetryPlan.untilAcknowledged(
                timing.business().compressed(Duration.ofMillis(retryMillis == null ? 1000 : retryMillis)));
    }

    private static void within(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " must be from " + least + " to " + most);
        }
    }
}
