package io.koobridge.system.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.system.Repository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Promise: what the documents tell a user to type is there, and the build types it too. */
class DocumentsTest {

    private static final Pattern HELP_LINE = Pattern.compile("^ {2}(?<command>[a-z][a-z-]*) {2,}\\S");

    static Stream<Path> documents() throws IOException {
        var docs = Repository.ROOT.resolve("docs");
        var pages = Files.isDirectory(docs) ? markdownIn(docs) : Stream.<Path>empty();
        return Stream.concat(Stream.of("README.md", "CONTRIBUTING.md").map(Repository.ROOT::resolve), pages);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyCommandInADocumentIsOneThatTheScriptKnows(Path document) throws Exception {
        assertThat(DocumentedCommands.inMarkdown(Repository.read(document)))
                .as("calls of ./koobridge in %s", document.getFileName())
                .isSubsetOf(commandsOfTheScript());
    }

    @Test
    void theReadmeShowsTheTwoCommandsThatTheBuildMachineRuns() {
        var documented = DocumentedCommands.inMarkdown(Repository.read(Repository.ROOT.resolve("README.md")));
        var built = DocumentedCommands.inScript(Repository.read(Repository.ROOT.resolve(".ci/run")));

        assertThat(documented).contains("demo", "test");
        assertThat(built).containsExactlyInAnyOrder("demo", "test");
    }

    @Test
    void theReadmeSaysWhatEachModuleIs() {
        assertThat(Repository.read(Repository.ROOT.resolve("README.md")))
                .contains(Repository.modules().stream()
                        .map(module -> "`" + module + "`")
                        .toList());
    }

    @Test
    void findsCallsInFencedBlocksOnly() {
        assertThat(DocumentedCommands.inMarkdown("""
                        Say `./koobridge none`.

                        ./koobridge outside

                        ```sh
                        ./koobridge up --free-ports   # comment
                        $ ./koobridge trigger newInstance
                        echo ./koobridge within
                        ./koobridge
                        ```
                        """)).containsExactly("up", "trigger", "");
    }

    /** Asked as a user asks; it needs no JDK. */
    private static List<String> commandsOfTheScript() throws IOException, InterruptedException {
        var process = new ProcessBuilder(Repository.ROOT.resolve("koobridge").toString(), "--help")
                .redirectErrorStream(true)
                .start();
        var help = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(help).isZero();
        return help.lines()
                .map(HELP_LINE::matcher)
                .filter(line -> line.find())
                .map(line -> line.group("command"))
                .toList();
    }

    private static Stream<Path> markdownIn(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(".md")).sorted().toList().stream();
        }
    }
}
