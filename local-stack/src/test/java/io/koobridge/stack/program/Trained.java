package io.koobridge.stack.program;

import static org.awaitility.Awaitility.await;

import io.koobridge.stack.process.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Starts the fake service by a command line, waits until it serves, and ends it in peace. */
final class Trained {

    private Trained() {}

    /** What it printed. */
    static String run(List<String> commandLine) {
        int port = FreePort.next();
        try {
            Path log = Files.createTempFile("fake", ".log");
            var builder =
                    new ProcessBuilder(commandLine).redirectErrorStream(true).redirectOutput(log.toFile());
            builder.environment().put("SERVER_PORT", Integer.toString(port));
            var process = builder.start();
            try {
                await("the service to listen").atMost(Duration.ofMinutes(2)).until(() -> Files.readString(log)
                        .contains("The fake listens"));
            } finally {
                process.destroy();
                if (!process.waitFor(60, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            }
            String said = Files.readString(log);
            Files.delete(log);
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
