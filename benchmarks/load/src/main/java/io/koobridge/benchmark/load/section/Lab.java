package io.koobridge.benchmark.load.section;

import io.koobridge.stack.process.Progress;
import io.koobridge.stack.process.StackFailure;
import io.koobridge.stack.process.Supervisor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/**
 * What a section works with.
 *
 * @param root of the project, where the built jars are
 * @param home below which each section has a directory; of the benchmark alone
 * @param progress hears, in a line each, what is being measured
 */
public record Lab(Path root, Path home, Plan plan, Progress progress) {

    /** An empty directory, for the data and logs of one section. What an earlier run left there is ended and deleted. */
    public Path directory(Section section) {
        Path directory = home.resolve(section.name());
        try {
            if (Files.exists(directory)) {
                endLeftOvers(directory);
                delete(directory);
            }
            return Files.createDirectories(directory);
        } catch (IOException e) {
            throw new StackFailure("The directory " + directory + " cannot be emptied: " + e.getMessage(), e);
        }
    }

    /** A section may have a directory for each of several groups of processes. */
    private void endLeftOvers(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            files.filter(Files::isDirectory).forEach(each -> Supervisor.endLeftOvers(each, progress));
        }
    }

    private static void delete(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
