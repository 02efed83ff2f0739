package io.koobridge.benchmark.load.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.koobridge.stack.process.StackFailure;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class UsageTest {

    private static final long HERE = ProcessHandle.current().pid();

    @Test
    void theTimeOfAThreadThatHasEndedCounts() throws Exception {
        var before = Usage.processorTime(HERE);
        var thread = Thread.ofPlatform().start(() -> {
            long end = System.nanoTime() + Duration.ofMillis(200).toNanos();
            while (System.nanoTime() < end) {
                Thread.onSpinWait();
            }
        });
        thread.join();

        assertThat(Usage.processorTime(HERE).minus(before)).isGreaterThan(Duration.ofMillis(20));
    }

    @Test
    void aProcessThatIsGoneHasNoTime() throws Exception {
        var process = new ProcessBuilder("true").start();
        process.waitFor();

        assertThatThrownBy(() -> Usage.processorTime(process.pid())).isInstanceOf(StackFailure.class);
    }
}
