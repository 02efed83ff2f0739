package io.koobridge.system.documents.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.system.Repository;
import io.koobridge.system.documents.DocumentsTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each block of commands is run, by {@code EveryCommandTest} or by whom its marker names, or says what it needs. */
@Tag("promise:documents-are-true")
class BlocksTest {

    /** What a build cannot have. */
    private static final Set<String> REASONS = Set.of(
            "it builds the project",
            "it needs Docker",
            "it needs Kubernetes",
            "it needs an account of KooGallery",
            "it needs the whole machine for minutes");

    @Test
    void everyBlockIsRunOrSaysWhatItNeeds() throws IOException {
        assertThat(faults(blocks().toList())).isEmpty();
    }

    @Test
    void someBlocksAreRunHere() throws IOException {
        assertThat(blocks().filter(Block::isRunHere)).hasSizeGreaterThan(8);
    }

    @Test
    void aBlockThatNobodyRunsIsSeen() throws IOException {
        assertThat(faults(Block.in("page.md", """
                        <!-- not run: too lazy -->

                        ```sh
                        ls
                        ```
                        <!-- run by: NobodyTest -->
                        ```bash
                        ls
                        ```
                        <!-- run by: DeckTest -->
                        ```sh file.sh
                        ls
                        ```
                        ```
                        curl -s http://127.0.0.1
                        ```
                        """)))
                .containsExactly(
                        "page.md:3: 'too lazy' is none of the reasons that count",
                        "page.md:7: there is no NobodyTest",
                        "page.md:11: DeckTest does not read page.md",
                        "page.md:14: commands in a block that is not marked sh");
    }

    @Test
    void aPageMayHaveOneMarkerForAll() {
        var blocks = Block.in("page.md", """
                <!-- every block run by: ATest -->
                ```sh
                ls
                ```
                <!-- not run: it needs Docker -->
                ```sh
                ls \\
                  -l
                false   # exit 1: always
                ```
                """);

        assertThat(blocks)
                .extracting(Block::marker)
                .containsExactly(
                        Optional.of(new Marker.RunBy("ATest")), Optional.of(new Marker.NotRun("it needs Docker")));
        assertThat(blocks.getLast().commands()).extracting(Command::exit).containsExactly(0, 1);
    }

    private static Stream<Block> blocks() throws IOException {
        return DocumentsTest.documents().flatMap(document -> Block.in(document).stream());
    }

    private static List<String> faults(List<Block> blocks) throws IOException {
        var tests = tests();
        return blocks.stream()
                .flatMap(block -> fault(block, tests).map(fault -> block + ": " + fault).stream())
                .toList();
    }

    private static Optional<String> fault(Block block, List<Path> tests) {
        if (block.hidesCommands()) {
            return Optional.of("commands in a block that is not marked sh");
        }
        if (!block.isShell() || block.marker().isEmpty()) {
            return Optional.empty();
        }
        return switch (block.marker().orElseThrow()) {
            case Marker.NotRun(String why) ->
                REASONS.contains(why)
                        ? Optional.empty()
                        : Optional.of("'%s' is none of the reasons that count".formatted(why));
            case Marker.RunBy(String runner) ->
                runner.endsWith("Test")
                        ? faultOfTest(runner, block.document(), tests)
                        : Files.exists(Repository.ROOT.resolve(runner))
                                ? Optional.empty()
                                : Optional.of("there is no " + runner);
        };
    }

    private static Optional<String> faultOfTest(String name, String document, List<Path> tests) {
        var found = tests.stream().filter(file -> file.endsWith(name + ".java")).findFirst();
        if (found.isEmpty()) {
            return Optional.of("there is no " + name);
        }
        return Repository.read(found.get()).contains(document)
                ? Optional.empty()
                : Optional.of("%s does not read %s".formatted(name, document));
    }

    private static List<Path> tests() throws IOException {
        try (var files = Files.walk(Repository.ROOT)) {
            return files.filter(file -> file.toString().matches(".*/src/test/java/.*Test\\.java"))
                    .toList();
        }
    }
}
