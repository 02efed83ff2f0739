package io.koobridge.stack.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** What the children print: each in a file of its own, and all together with their names before the lines. */
final class Logs implements AutoCloseable {

    private static final int LAST_LINES = 20;

    private final Path directory;
    private final PrintStream together;

    Logs(Path directory) {
        this.directory = directory;
        try {
            Files.createDirectories(directory);
            this.together = open("koobridge");
        } catch (IOException e) {
            throw new StackFailure("The log directory " + directory + " cannot be written: " + e.getMessage(), e);
        }
    }

    /**
     * Copies a child's output until it ends. The file begins anew, the one before is kept as {@code <name>.1.log}. Not on a
     * virtual thread: waiting for a pipe holds its carrier, and a few children would leave none for the supervisor's work.
     */
    void follow(String name, Process process, boolean firstStart) {
        Thread.ofPlatform().daemon().name("log-" + name).start(() -> {
            try (var file = firstStart ? open(name) : append(name);
                    var lines = new BufferedReader(
                            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    file.println(line);
                    together.println("%-12s | %s".formatted(name, line));
                }
            } catch (IOException e) {
                together.println("%-12s | its output cannot be followed: %s".formatted(name, e));
            }
        });
    }

    Path file(String name) {
        return directory.resolve(name + ".log");
    }

    String lastLines(String name) {
        try {
            List<String> lines = Files.readAllLines(file(name), StandardCharsets.UTF_8);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
        } catch (IOException | UncheckedIOException e) {
            return "(no output)";
        }
    }

    private PrintStream open(String name) throws IOException {
        if (Files.exists(file(name))) {
            Files.move(file(name), directory.resolve(name + ".1.log"), StandardCopyOption.REPLACE_EXISTING);
        }
        return append(name);
    }

    private PrintStream append(String name) throws IOException {
        return new PrintStream(
                Files.newOutputStream(
                        file(name), java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.APPEND),
                true,
                StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        together.close();
    }
}
