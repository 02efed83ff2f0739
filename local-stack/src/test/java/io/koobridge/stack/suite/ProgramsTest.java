package io.koobridge.stack.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.stack.process.Occasion;
import io.koobridge.stack.process.StackFailure;
import io.koobridge.stack.program.Jars;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProgramsTest {

    private final List<String> said = new ArrayList<>();
    private final Path root;

    ProgramsTest(@TempDir Path root) {
        this.root = root;
        for (String module : List.of(
                "marketplace-simulator",
                "example-product",
                "provisioning-service",
                "license-service",
                "tenant-sync-service",
                "gateway-service",
                "cli")) {
            Jars.plain(root.resolve(module).resolve("target").resolve(module + "-1.jar"), module);
        }
    }

    static List<RuntimeException> failures() {
        return List.of(new StackFailure("no suite"), new IllegalStateException("no store"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aTrainingThatFailsInWhateverWayCostsTimeAndNothingElse(RuntimeException failure) {
        var programs = Programs.withCaches(root, said::add, training -> {
            throw failure;
        });

        assertThat(programs.commandLine(programs.gateway()))
                .contains("-jar")
                .noneMatch(word -> word.startsWith("-XX:AOTCache"));
        assertThat(said)
                .anyMatch(line -> line.startsWith("There are no AOT caches, the start takes longer: ")
                        && line.contains(String.valueOf(failure.getMessage())));
    }

    @Test
    void whatIsStartedForTrainingIsTold() {
        var occasions = new ArrayList<Occasion>();

        var programs = Programs.withCaches(root, said::add, training -> {
            occasions.add(training.occasion());
            throw new StackFailure("enough");
        });

        assertThat(occasions).containsExactly(Occasion.TRAINING);
        assertThat(programs.occasion()).isEqualTo(Occasion.USE);
    }
}
