package io.koobridge.stack.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BoundRunsTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Test
    void tellsHowAChildEnded() throws Exception {
        try (var runs = new BoundRuns()) {
            assertThat(runs.run(new ProcessBuilder("sh", "-c", "exit 3"))).isEqualTo(3);
        }
    }

    @Test
    void endsTheChildOfAWaitThatIsInterrupted() throws Exception {
        try (var runs = new BoundRuns()) {
            var children = ProcessHandle.current().children().toList();
            var waiting = Thread.ofVirtual().start(() -> exitCode(runs));
            var child = startedBeside(children);

            waiting.interrupt();

            child.onExit().get(SOON.toSeconds(), TimeUnit.SECONDS);
        }
    }

    @Test
    void endsWhatRunsWithThisProcessAndWhatIsStartedAfterwards() throws Exception {
        try (var runs = new BoundRuns()) {
            var children = ProcessHandle.current().children().toList();
            var exit = CompletableFuture.supplyAsync(() -> exitCode(runs));
            startedBeside(children);

            runs.endAll();

            assertThat(exit.get(SOON.toSeconds(), TimeUnit.SECONDS)).isEqualTo(137);
            assertThat(runs.run(new ProcessBuilder("sleep", "600"))).isEqualTo(137);
        }
    }

    private static ProcessHandle startedBeside(List<ProcessHandle> before) {
        return await("the child")
                .atMost(SOON)
                .until(
                        () -> ProcessHandle.current()
                                .children()
                                .filter(child -> !before.contains(child))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static int exitCode(BoundRuns runs) {
        try {
            return runs.run(new ProcessBuilder("sleep", "600"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            return -1;
        }
    }
}
