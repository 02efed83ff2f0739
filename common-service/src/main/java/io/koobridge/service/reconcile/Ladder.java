package io.koobridge.service.reconcile;

import java.time.Duration;
import java.util.List;

/** The delays between attempts (design §5): 1, 4, 16, 64, 256, 600 s, then 600 s until stuck, then hourly. */
public final class Ladder {

    public static final Duration FIRST = Duration.ofSeconds(1);
    public static final double FACTOR = 4;
    public static final Duration LONGEST = Duration.ofMinutes(10);
    public static final Duration STUCK = Duration.ofHours(1);
    /** One first delivery and its repeats, about two hours. */
    public static final int ATTEMPTS = 18;

    private static final List<Duration> DELAYS =
            List.of(1, 4, 16, 64, 256, 600).stream().map(Duration::ofSeconds).toList();

    private Ladder() {}

    /** Rungs with a delay of their own, each of which has a retry topic. */
    public static int rungs() {
        return DELAYS.size();
    }

    /**
     * How long to wait after so many attempts.
     *
     * @param attempts made, at least 1
     */
    public static Duration after(int attempts) {
        return DELAYS.get(Math.min(attempts, DELAYS.size()) - 1);
    }
}
