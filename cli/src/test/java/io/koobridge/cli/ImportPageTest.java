package io.koobridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.cli.installation.Variables;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page's commands with the page's files. */
class ImportPageTest {

    private static final Path PAGE = Path.of("../docs/import.md");

    @Test
    void itsCommandsImportItsFiles(@TempDir Path home) throws IOException {
        var page = Files.readString(PAGE);
        var csv = home.resolve("customers.csv");
        Files.writeString(csv, blocks(page, "csv").getFirst());
        var jsonLines = home.resolve("customers.jsonl");
        Files.writeString(jsonLines, blocks(page, "json").getFirst());
        var commands = new ArrayList<List<String>>();
        for (var line : blocks(page, "sh").getFirst().lines().toList()) {
            commands.add(words(line.replace("customers.csv", csv.toString())
                    .replace("result.csv", home.resolve("result.csv").toString())));
        }
        commands.add(List.of("instances", "import", jsonLines.toString()));

        try (var service = new FakeImports(
                row -> Map.of("instanceId", row.path("instanceId").asString(), "result", "created"))) {
            for (var command : commands) {
                assertThat(run(service, home, command)).as("%s", command).isZero();
            }

            assertThat(service.rows())
                    .extracting(row -> row.path("instanceId").asString())
                    .containsExactly("tenant-1042", "tenant-1043", "tenant-1042", "tenant-1043", "tenant-1042");
            assertThat(service.rows().getFirst().path("password").asString()).isEqualTo("first, secret");
        }
        assertThat(home.resolve("result.csv")).isNotEmptyFile();
    }

    private static int run(FakeImports service, Path home, List<String> command) {
        var environment = Map.of(
                "KOOBRIDGE_PROVISIONING_INTERNAL_URL", service.url(),
                "KOOBRIDGE_SERVICE_TOKEN", FakeImports.TOKEN,
                "KOOBRIDGE_HOME", home.toString());
        return Main.commandLine(Variables.of(environment, Path.of("")))
                .setOut(new PrintWriter(new StringWriter()))
                .setErr(new PrintWriter(new StringWriter()))
                .execute(command.toArray(String[]::new));
    }

    private static List<String> words(String line) {
        assertThat(line).startsWith("./koobridge ");
        return List.of(line.substring("./koobridge ".length()).split(" ", -1));
    }

    private static List<String> blocks(String page, String language) {
        return Pattern.compile("(?ms)^```" + language + "\\n(.*?)^```$")
                .matcher(page)
                .results()
                .map(block -> block.group(1))
                .toList();
    }
}
