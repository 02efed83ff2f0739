package io.koobridge.system.documents.promises;

import io.koobridge.system.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Every test that shows a promise, in all modules. */
final class Defences {

    private static final Comparator<Defence> ORDER = Comparator.comparing(Defence::source)
            .thenComparing(defence -> defence.method().orElse(""));

    private Defences() {}

    static List<Defence> all() {
        return Repository.modules().stream()
                .flatMap(module -> in(module, Repository.ROOT.resolve(module).resolve("target/test-classes")))
                .sorted(ORDER)
                .toList();
    }

    /** A class file whose source has gone is a leftover of an earlier build. */
    static Stream<Defence> in(String module, Path testClasses) {
        return classFiles(testClasses)
                .map(file -> TestClass.of(module, file))
                .flatMap(TestClass::defences)
                .filter(defence -> Files.exists(Repository.ROOT.resolve(defence.source())));
    }

    private static Stream<Path> classFiles(Path directory) {
        if (!Files.isDirectory(directory)) {
            return Stream.of();
        }
        try (var files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(".class")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
