package io.koobridge.system.documents.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.system.Repository;
import io.koobridge.system.documents.DocumentsTest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each block of commands is run, by {@code EveryCommandTest} or by whom its marker names, or says what it needs. */
@Tag("promise:documents-are-true")
class BlocksTest {

    private static final String BUILD_MACHINE = ".ci/run";

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
    void noCommandStandsOutsideOfABlock() throws IOException {
        assertThat(DocumentsTest.documents()
                        .flatMap(document ->
                                Block.strays(String.valueOf(document.getFileName()), Repository.read(document))
                                        .stream()))
                .isEmpty();
    }

    @Test
    void aCommandOutsideOfABlockIsSeen() {
        assertThat(Block.strays("page.md", """
                        Say `./koobridge up`, and
                        `./koobridge up` is what you say.
                        ```sh
                        ./koobridge up
                        ```
                            ./koobridge indented
                        `KOOBRIDGE_X=1 ./koobridge alone`
                        - $ ./koobridge item
                        KOOBRIDGE_X=1 ./koobridge bare
                        ~~~sh
                        """))
                .containsExactly("page.md:6", "page.md:7", "page.md:8", "page.md:9", "page.md:10");
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
                        <!-- run by: LICENSE -->
                        ```sh
                        ls
                        ```
                        <!-- run by: .ci/run -->
                        ```sh
                        ./koobridge demo # a comment
                        ./koobridge demo --only explain
                        ```
                        ```text
                        ls
                        ```
                        ```json
                        KOOBRIDGE_X=1 ./koobridge up
                        ```
                        """)))
                .containsExactly(
                        "page.md:3: 'too lazy' is none of the reasons that count",
                        "page.md:7: there is no NobodyTest",
                        "page.md:11: DeckTest does not read page.md",
                        "page.md:14: commands in a block that is not marked sh",
                        "page.md:18: there is no LICENSE",
                        "page.md:22: .ci/run does not run ./koobridge demo --only explain",
                        "page.md:26: 'text' is none of the kinds that count",
                        "page.md:29: commands in a block that is not marked sh");
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
        var tests = TestSources.all();
        return blocks.stream()
                .flatMap(block -> fault(block, tests).map(fault -> block + ": " + fault).stream())
                .toList();
    }

    private static Optional<String> fault(Block block, TestSources tests) {
        if (!block.isOfAKnownKind()) {
            return Optional.of("'%s' is none of the kinds that count".formatted(block.info()));
        }
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
                runner.equals(BUILD_MACHINE) ? faultOfBuildMachine(block) : tests.faultOf(runner, block.document());
        };
    }

    private static Optional<String> faultOfBuildMachine(Block block) {
        var script =
                Repository.read(Repository.ROOT.resolve(BUILD_MACHINE)).lines().toList();
        return block.commands()
                .map(Command::bare)
                .filter(command -> script.stream().noneMatch(line -> line.equals(command + " || status=1")))
                .findFirst()
                .map(command -> BUILD_MACHINE + " does not run " + command);
    }

    @Test
    void aCommentReadsNoPage() {
        assertThat(TestSources.reads("Page.of(\"page.md\"); x(\"docs/page.md\");", "page.md"))
                .isTrue();
        assertThat(TestSources.reads("/** \"page.md\" */ // \"page.md\"\nx(\"other-page.md\") + page.md", "page.md"))
                .isFalse();
    }
}
