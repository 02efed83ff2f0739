package io.koobridge.service.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LadderTest {

    @Test
    void theDelaysAreThoseOfTheDesign() {
        assertThat(IntStream.rangeClosed(1, 8).mapToObj(Ladder::after).map(Duration::toSeconds))
                .containsExactly(1L, 4L, 16L, 64L, 256L, 600L, 600L, 600L);
    }

    /** Retry topics are made from three numbers, the document's due times from a list: both must be one ladder. */
    @Test
    void theRetryTopicsHaveTheSameDelays() {
        double delay = Math.toIntExact(Ladder.FIRST.toSeconds());
        for (int attempts = 1; attempts < Ladder.ATTEMPTS; attempts++) {
            assertThat(Ladder.after(attempts)).hasSeconds((long) delay);
            delay = Math.min(delay * Ladder.FACTOR, Math.toIntExact(Ladder.LONGEST.toSeconds()));
        }
    }

    @Test
    void aWholeChainTakesAboutTwoHours() {
        var whole = IntStream.range(1, Ladder.ATTEMPTS).mapToObj(Ladder::after).reduce(Duration.ZERO, Duration::plus);

        assertThat(whole).isBetween(Duration.ofMinutes(110), Duration.ofMinutes(130));
    }
}
