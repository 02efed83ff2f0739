package io.koobridge.system.documents;

import io.koobridge.system.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The Java sources of whatever runs in operation; the simulator and the tools have no metrics and keys of the suite's. */
final class OperatedSources {

    private static final List<String> NOT_OPERATED =
            List.of("benchmarks", "cli", "example-product", "local-stack", "marketplace-simulator", "system-tests");

    private OperatedSources() {}

    /** @param root such as {@code src/main} */
    static Stream<String> of(String root) {
        return Repository.modules().stream()
                .filter(module -> NOT_OPERATED.stream().noneMatch(module::startsWith))
                .map(module -> Repository.ROOT.resolve(module).resolve(root))
                .filter(Files::isDirectory)
                .flatMap(folder -> files(folder).stream())
                .map(Repository::read);
    }

    private static List<Path> files(Path root) {
        try (var files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
