package io.koobridge.benchmark.load.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.koobridge.stack.process.StackFailure;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PatienceTest {

    @Test
    void itLooksUntilAllAreDone() throws InterruptedException {
        var done = new AtomicLong();

        new Patience(Duration.ofMinutes(1), Duration.ZERO).await(done::incrementAndGet, 3, "done");

        assertThat(done).hasValue(3);
    }

    @Test
    void whatIsNotDoneInTimeSaysHowFarItCame() {
        var patience = new Patience(Duration.ZERO, Duration.ofMillis(1));

        assertThatThrownBy(() -> patience.await(() -> 1, 2, "purchases are real instances"))
                .isInstanceOf(StackFailure.class)
                .hasMessage("After 0 s only 1 of 2 purchases are real instances");
    }
}
