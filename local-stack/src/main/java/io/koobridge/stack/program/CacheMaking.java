package io.koobridge.stack.program;

import io.koobridge.stack.process.Occasion;
import io.koobridge.stack.process.Progress;
import io.koobridge.stack.process.StackFailure;
import io.koobridge.stack.program.Program.AppJar;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Makes the caches that are missing: prepares the programs, has them run once by a launcher that records, and assembles.
 * A cache is there when it is complete, by a rename; whatever fails before leaves the program to start without.
 */
public final class CacheMaking {

    /** Assembling needs about a core each. */
    private static final int AT_ONCE = 2;

    private final AotCaches caches;
    private final Progress progress;

    public CacheMaking(AotCaches caches, Progress progress) {
        this.caches = caches;
        this.progress = progress;
    }

    /**
     * Returns at once when nothing is missing. Another process that makes caches here is waited for.
     *
     * @param programs whose older caches are removed
     * @param training runs them, and ends them in peace, by the launcher it is given
     */
    public void makeMissing(List<Program> programs, Consumer<Launcher> training) {
        if (caches.missing(programs).isEmpty()) {
            return;
        }
        try (var _ = MakingLock.take(caches.directory(), progress)) {
            var missing = caches.missing(programs);
            if (missing.isEmpty()) {
                return;
            }
            long begin = System.nanoTime();
            progress.say("Making AOT caches for a quick start, once for each build: "
                    + missing.stream().map(one -> one.program().name()).collect(Collectors.joining(", ")));
            for (Prepared one : missing) {
                prepare(one);
            }
            training.accept(recording(missing));
            progress.say("  %-13s %5.1f s".formatted("training run", seconds(begin)));
            assemble(missing);
            caches.removeOthersThan(programs);
            progress.say("  %-13s %5.1f s".formatted("all made", seconds(begin)));
        } catch (IOException e) {
            throw new StackFailure("AOT caches cannot be made: " + e.getMessage(), e);
        }
    }

    private static void prepare(Prepared one) throws IOException {
        if (Files.exists(one.directory())) {
            Files.deleteIfExists(one.recording());
            return;
        }
        Path making = one.directory().resolveSibling("making-" + one.directory().getFileName());
        if (Files.exists(making)) {
            Usage.remove(making);
        }
        Files.createDirectories(making);
        if (one.program() instanceof AppJar(String _, Path jar)) {
            Extraction.extract(jar, making);
        }
        Files.move(making, one.directory(), StandardCopyOption.ATOMIC_MOVE);
    }

    private Launcher recording(List<Prepared> missing) {
        Map<Program, Prepared> byProgram =
                missing.stream().collect(Collectors.toMap(Prepared::program, Function.identity()));
        return command -> {
            var one = byProgram.get(command.program());
            return one == null ? caches.commandLine(command) : command.launching(one.record());
        };
    }

    private void assemble(List<Prepared> recorded) {
        try (var runs = new BoundRuns();
                var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            recorded.forEach(one -> threads.execute(() -> assemble(one, runs)));
        }
    }

    /** One that cannot be made costs time at each start and nothing else. */
    private void assemble(Prepared one, BoundRuns runs) {
        try {
            // The heap that most of them run with; the archived objects are placed where such a heap ends.
            var command = JavaCommand.of(one.program(), 192).launching(one.assemble());
            Path log = one.directory().resolve("making.log");
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            Occasion.TRAINING.restrict(builder.environment());
            int exit = runs.run(builder);
            if (exit == 0 && Files.exists(one.unfinished())) {
                writeThrough(one.unfinished());
                Checksum.write(one.unfinished(), one.checksum());
                Files.move(one.unfinished(), one.cache(), StandardCopyOption.ATOMIC_MOVE);
            } else {
                progress.say("No cache for %s could be made (exit %d, %s); it starts without"
                        .formatted(one.program().name(), exit, log));
            }
            Files.deleteIfExists(one.recording());
        } catch (IOException e) {
            progress.say(
                    "No cache for %s could be made: %s".formatted(one.program().name(), e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Else a cache that a power cut spoiled would have its final name. */
    private static void writeThrough(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }
}
