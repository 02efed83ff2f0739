package io.koobridge.stack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private static final Duration YOUNG = Duration.ofSeconds(1);
    private static final Duration OLD = Duration.ofHours(1);

    @Test
    void aChildThatGoesOnDyingYoungWaitsLongerAndLongerUpToHalfAMinute() {
        var delays = Stream.iterate(Backoff.NONE.after(YOUNG), backoff -> backoff.after(YOUNG))
                .limit(12)
                .map(Backoff::delay)
                .toList();

        assertThat(delays).isSorted().startsWith(Duration.ofMillis(200), Duration.ofMillis(400));
        assertThat(delays.getLast()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void aChildThatLivedForAWhileIsStartedAgainAtOnce() {
        var tried = Backoff.NONE.after(YOUNG).after(YOUNG).after(YOUNG);

        assertThat(tried.after(OLD).delay()).isEqualTo(Duration.ofMillis(200));
    }
}
