package io.koobridge.stack.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * Children that are to stay down once they are dead: a file {@code hold/<name>} in the home directory says so, whoever made it.
 * So an outage can be as long as somebody wants it to be.
 */
public final class Holds {

    private static final Duration POLL = Duration.ofMillis(100);

    private final Path directory;

    public Holds(Path home) {
        this.directory = home.resolve("hold");
    }

    public void hold(String name) {
        try {
            Files.createDirectories(directory);
            Files.writeString(file(name), "");
        } catch (IOException e) {
            throw new StackFailure("The file " + file(name) + " cannot be written: " + e.getMessage(), e);
        }
    }

    public void release(String name) {
        delete(file(name));
    }

    boolean isHeld(String name) {
        return Files.exists(file(name));
    }

    Path file(String name) {
        return directory.resolve(name);
    }

    /** Returns when the child may be started again, or is to stop for good. */
    void await(String name, BooleanSupplier stopping) throws InterruptedException {
        while (isHeld(name) && !stopping.getAsBoolean()) {
            Thread.sleep(POLL);
        }
    }

    /** A new run starts with everything up. */
    void forget() {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (Stream<Path> files = Files.list(directory)) {
            List<Path> held = files.toList();
            held.forEach(Holds::delete);
        } catch (IOException e) {
            throw new StackFailure("The directory " + directory + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new StackFailure("The file " + file + " cannot be deleted: " + e.getMessage(), e);
        }
    }
}
