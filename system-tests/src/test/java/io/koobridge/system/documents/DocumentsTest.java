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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documents tell a user to type is there, and the build types it too. */
@Tag("promise:documents-are-true")
public class DocumentsTest {

    /** Its options are Maven's. */
    private static final String MAVENS = "test";

    private static final HelpPages HELP = new HelpPages();
    private static final Pattern HELP_LINE = Pattern.compile("^ {2}(?<command>[a-z][a-z-]*) {2,}\\S");

    /** The pages that users read. */
    public static Stream<Path> documents() throws IOException {
        var docs = Repository.ROOT.resolve("docs");
        var pages = Files.isDirectory(docs) ? markdownIn(docs) : Stream.<Path>empty();
        return Stream.concat(Stream.of("README.md", "CONTRIBUTING.md").map(Repository.ROOT::resolve), pages);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyCommandInADocumentIsOneThatTheScriptKnows(Path document) throws Exception {
        assertThat(DocumentedCommands.inMarkdown(Repository.read(document)))
                .as("calls of ./koobridge in %s", document.getFileName())
                .extracting(DocumentedCall::command)
                .isSubsetOf(commandsOfTheScript());
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyOptionInADocumentIsOneThatItsCommandTakes(Path document) {
        assertThat(DocumentedCommands.inMarkdown(Repository.read(document)))
                .filteredOn(call -> !call.command().equals(MAVENS))
                .allSatisfy(
                        call -> assertThat(call.options()).allSatisfy(option -> assertThat(HELP.accepts(call, option))
                                .as("%s of %s in %s", option, call.words(), document.getFileName())
                                .isTrue()));
    }

    @Test
    void anOptionThatACommandDoesNotTakeIsSeen() {
        assertThat(HELP.accepts(new DocumentedCall(List.of("up")), "--free-ports"))
                .isTrue();
        assertThat(HELP.accepts(new DocumentedCall(List.of("up")), "--free")).isFalse();
        assertThat(HELP.accepts(new DocumentedCall(List.of("trigger")), "--skew"))
                .isTrue();
        assertThat(HELP.accepts(new DocumentedCall(List.of("dead-letters", "park")), "--why"))
                .isTrue();
        assertThat(HELP.accepts(new DocumentedCall(List.of("dead-letters", "park")), "--again"))
                .isFalse();
        assertThat(HELP.accepts(new DocumentedCall(List.of("product")), "--slow"))
                .isTrue();
        assertThat(HELP.accepts(new DocumentedCall(List.of("product")), "--fast"))
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyLinkInADocumentLeadsSomewhere(Path document) {
        assertThat(Links.dead(document, Repository.read(document))).isEmpty();
    }

    @Test
    void aLinkThatLeadsNowhereIsSeen() {
        var page = Repository.ROOT.resolve("docs/tracing.md");

        assertThat(Links.dead(page, """
                        # Here: `./koobridge` & *more*
                        ## Here
                        ## Here
                        ```sh
                        # no heading
                        ```
                        [a](#here-koobridge--more) [b](#here-1) [c](tracing.md#send-spans-to-a-collector) [d](../README.md) [e](https://x.example/#y)
                        [f](#no-heading) [g](tracing.md#nowhere "title") [h](nothing.md) [i](nothing.md#here) [j](#here-2)
                        """))
                .containsExactly("#no-heading", "tracing.md#nowhere", "nothing.md", "nothing.md#here", "#here-2");
    }

    @Test
    void theReadmeShowsTheTwoCommandsThatTheBuildMachineRuns() {
        var documented = DocumentedCommands.inMarkdown(Repository.read(Repository.ROOT.resolve("README.md")));
        var built = DocumentedCommands.inScript(Repository.read(Repository.ROOT.resolve(".ci/run")));

        assertThat(documented).extracting(DocumentedCall::command).contains("demo", "test");
        assertThat(built).extracting(DocumentedCall::command).containsExactlyInAnyOrder("demo", "test");
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
                        KOOBRIDGE_HOME=here ./koobridge dead-letters replay a:0:7 \\
                          --why 'two words' --limit=3 | less --chop
                        ```
                        """))
                .extracting(DocumentedCall::words)
                .containsExactly(
                        List.of("up", "--free-ports"),
                        List.of("trigger", "newInstance"),
                        List.of(),
                        List.of("dead-letters", "replay", "a:0:7", "--why", "two words", "--limit=3"));
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
