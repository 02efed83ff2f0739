package io.koobridge.benchmark.load.process;

import io.koobridge.stack.process.StackFailure;
import io.koobridge.stack.process.StopAtExit;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A program that runs to its end and prints what is of interest.
 *
 * @param environment beside our own, without what is set there for KooBridge
 */
public record Program(List<String> command, Path directory, Map<String, String> environment) {

    private static final int LAST = 20;

    /** A line, and how long after its start the program printed it. */
    public record Line(Duration at, String text) {}

    /**
     * Runs it. It is asked to end when this process is.
     *
     * @throws StackFailure when it does not end with 0
     */
    public List<Line> run() throws InterruptedException, IOException {
        var builder = new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("KOOBRIDGE_"));
        builder.environment().putAll(environment);
        long begin = System.nanoTime();
        var process = builder.start();
        var lines = new ArrayList<Line>();
        try (var _ = new StopAtExit(process::destroy);
                var out = new BufferedReader(process.inputReader(StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                lines.add(new Line(Duration.ofNanos(System.nanoTime() - begin), line));
            }
            int exit = process.waitFor();
            if (exit != 0) {
                throw new StackFailure("'%s' ended with %d. Its last lines:%n%s"
                        .formatted(
                                String.join(" ", command),
                                exit,
                                String.join(
                                        "\n",
                                        lines.subList(Math.max(0, lines.size() - LAST), lines.size()).stream()
                                                .map(Line::text)
                                                .toList())));
            }
            return lines;
        }
    }
}
