package io.koobridge.benchmark.load.generator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** Counts a run's answers, on the client's one thread. */
final class Tally {

    private static final long LONGEST = TimeUnit.MINUTES.toNanos(2);
    private static final int EXAMPLES = 3;

    private final Histogram latencies = new Histogram(LONGEST, 3);
    private final List<String> examples = new ArrayList<>();
    private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    private final long end;
    private long inTime;
    private long wrong;

    /** @param end answers after this nanosecond are no throughput */
    Tally(long end) {
        this.end = end;
    }

    void right(long intendedStart, long now) {
        if (now <= end) {
            inTime++;
        }
        latencies.recordValue(Math.clamp(now - intendedStart, 0, LONGEST));
    }

    void wrong(String why) {
        wrong++;
        if (examples.size() < EXAMPLES) {
            examples.add(why);
        }
    }

    long ended() {
        return latencies.getTotalCount() + wrong;
    }

    void finish(Duration duration) {
        outcome.complete(new Outcome(latencies, inTime, wrong, List.copyOf(examples), duration));
    }

    Future<Outcome> outcome() {
        return outcome;
    }
}
