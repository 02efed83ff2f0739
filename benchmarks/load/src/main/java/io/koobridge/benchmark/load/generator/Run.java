package io.koobridge.benchmark.load.generator;

import java.time.Duration;

/** What is called in one run, and when it is over. */
abstract class Run {

    static final int NONE = -1;

    private final Calls calls;
    private final Tally tally;

    private Run(Calls calls, Tally tally) {
        this.calls = calls;
        this.tally = tally;
    }

    /** Its calls begin when the schedule says so. */
    static Run atTimes(Arrivals arrivals, Calls calls, long start, Duration duration) {
        var tally = new Tally(start + duration.toNanos());
        return new Run(calls, tally) {
            @Override
            int next(long now) {
                return NONE;
            }

            @Override
            void endIfOver(long now) {
                if (tally.ended() == arrivals.count()) {
                    tally.finish(duration);
                }
            }
        };
    }

    /** A call begins when another one ends, until time or calls are used up. */
    static Run saturating(Calls calls, long start, Duration duration) {
        long end = start + duration.toNanos();
        var tally = new Tally(end);
        return new Run(calls, tally) {
            private int begun;

            @Override
            int next(long now) {
                return now < end && begun < calls.count() ? begun++ : NONE;
            }

            @Override
            void endIfOver(long now) {
                if (tally.ended() == begun) {
                    // Whoever uses up the calls is faster than that, and has them answered before the time is over.
                    tally.finish(Duration.ofNanos(Math.min(now, end) - start));
                }
            }
        };
    }

    Calls calls() {
        return calls;
    }

    Tally tally() {
        return tally;
    }

    /** The call to make because another one ended, or {@link #NONE}. */
    abstract int next(long now);

    abstract void endIfOver(long now);
}
