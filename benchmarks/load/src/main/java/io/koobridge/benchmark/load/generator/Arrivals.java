package io.koobridge.benchmark.load.generator;

import java.time.Duration;
import java.util.SplittableRandom;

/** When each call begins, fixed in advance: independent callers, as the many buyers of a marketplace are. */
public final class Arrivals {

    private final long[] offsets;

    private Arrivals(long[] offsets) {
        this.offsets = offsets;
    }

    /**
     * Calls that know nothing of one another (a Poisson process). Their number is exact, so that repetitions compare; the same seed gives the same
     * schedule.
     */
    public static Arrivals independent(int perSecond, Duration duration, long seed) {
        var random = new SplittableRandom(seed);
        int count = Math.toIntExact(perSecond * duration.toMillis() / 1000);
        // Given their number, the arrivals of a Poisson process lie like independent uniform draws.
        long[] offsets = random.longs(count, 0, duration.toNanos()).sorted().toArray();
        return new Arrivals(offsets);
    }

    public int count() {
        return offsets.length;
    }

    /** Nanoseconds from the start of the run; never less than the one before. */
    long offset(int index) {
        return offsets[index];
    }
}
