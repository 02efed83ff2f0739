package io.koobridge.benchmark.load.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ArrivalsTest {

    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

    @Test
    void thereAreAsManyCallsAsTheRateSays() {
        assertThat(Arrivals.independent(500, TEN_SECONDS, 1).count()).isEqualTo(5_000);
    }

    @Test
    void everyCallLiesInTheRunAndNoneBeforeTheOneBefore() {
        long[] offsets = offsets(Arrivals.independent(500, TEN_SECONDS, 1));

        assertThat(offsets).isSorted();
        assertThat(offsets[0]).isNotNegative();
        assertThat(offsets[offsets.length - 1]).isLessThan(TEN_SECONDS.toNanos());
    }

    @Test
    void theSameSeedGivesTheSameScheduleAndAnotherOneAnother() {
        long[] offsets = offsets(Arrivals.independent(500, TEN_SECONDS, 1));

        assertThat(offsets(Arrivals.independent(500, TEN_SECONDS, 1))).isEqualTo(offsets);
        assertThat(offsets(Arrivals.independent(500, TEN_SECONDS, 2))).isNotEqualTo(offsets);
    }

    @Test
    void callersKnowNothingOfOneAnother() {
        long[] offsets = offsets(Arrivals.independent(1_000, TEN_SECONDS, 3));

        // Distances of a Poisson process: a share of 1 - 1/e = 63 % is below the mean.
        long mean = TEN_SECONDS.toNanos() / offsets.length;
        long below = IntStream.range(1, offsets.length)
                .filter(index -> offsets[index] - offsets[index - 1] < mean)
                .count();
        assertThat((double) below / offsets.length).isBetween(0.60, 0.66);
    }

    private static long[] offsets(Arrivals arrivals) {
        return IntStream.range(0, arrivals.count()).mapToLong(arrivals::offset).toArray();
    }
}
