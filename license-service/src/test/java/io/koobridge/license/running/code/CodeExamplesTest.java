package io.koobridge.license.running.code;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.koobridge.events.license.CodeId;
import io.koobridge.events.wire.Json;
import io.koobridge.license.outside.code.FakeKooGallery;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The examples of docs/license-codes.md run as they stand there, against the whole service. */
@Timeout(180)
class CodeExamplesTest {

    private static final Path PAGE = Path.of("../docs").resolve("license-codes.md");
    private static final String CODE = "PLDEMO0000000001";
    private static final Duration SOON = Duration.ofSeconds(60);

    private static FakeKooGallery marketplace;
    private static RunningCodes service;

    private final Path directory;

    CodeExamplesTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @BeforeAll
    static void start() {
        marketplace = new FakeKooGallery();
        service = new RunningCodes(marketplace.url(), Map.of());
    }

    @AfterAll
    static void stop() {
        service.close();
        marketplace.close();
    }

    /** What a run said, and how it ended. */
    private record Run(int end, String said) {}

    @ParameterizedTest
    @ValueSource(strings = {"use.sh", "use.py", "Use.java"})
    void anExampleActivatesChecksAndReports(String example) throws Exception {
        var code = RunningCodes.newCode();
        marketplace.sells(code);
        int before = marketplace.used().size();

        var run = run(example, code, CodeArguments.KEY);

        assertThat(run.said()).contains("ACTIVE");
        assertThat(run.end()).isZero();
        await().atMost(SOON).until(() -> marketplace.used().size() > before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"use.sh", "use.py", "Use.java"})
    void anExampleKnowsWhatMayNotBeUsedAndWhatNobodySaid(String example) throws Exception {
        var run = run(example, RunningCodes.newCode(), CodeArguments.KEY);
        assertThat(run.said()).contains("UNKNOWN");
        assertThat(run.end()).isEqualTo(1);

        var withoutKey = run(example, RunningCodes.newCode(), "another key");
        assertThat(withoutKey.said()).contains("a key that is configured");
        assertThat(withoutKey.end()).isEqualTo(2);
    }

    @Test
    void theNameOfACodeIsTheOneThatLogsHave() throws Exception {
        assertThat(run("name.sh", CODE, "").said().strip()).isEqualTo(CodeId.of(CODE));
    }

    @Test
    void aKeyIsMadeWithItsDigest() throws Exception {
        assumeTrue(available("openssl"), "openssl is not installed");
        var lines = run("key.sh", "", "").said().lines().toList();

        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).matches("key: {4}[0-9a-f]{48}");
        assertThat(lines.get(1)).matches("sha256: [0-9a-f]{64}");
    }

    /** The same members, and all values that are not a matter of time. */
    @Test
    void questionsAndAnswersAreThosePrinted() throws IOException {
        marketplace.sells(CODE);
        var activate = Json.mapper().readTree(block("activate"));
        var activated = service.activate(activate.path("codes").path(0).asString(""));
        assertThat(activated)
                .isEqualTo(Json.mapper().readTree(block("activated")).path("codes"));

        var checking = Json.mapper().readTree(block("check")).path("code").asString("");
        await().atMost(SOON).until(() -> service.check(checking).has("checkedAt"));
        var checked = service.check(checking);
        var printed = Json.mapper().readTree(block("checked"));
        assertThat(members(checked)).isEqualTo(members(printed));
        for (var member : members(checked)) {
            if (!member.equals("checkedAt")) {
                assertThat(checked.path(member)).as(member).isEqualTo(printed.path(member));
            }
        }

        var use = Json.mapper().readTree(block("use"));
        assertThat(service.reportUse(
                        use.path("code").asString(""), use.path("clientId").asString("")))
                .isEqualTo(Json.mapper().readTree(block("used")));
    }

    private static Set<String> members(JsonNode object) {
        return new TreeSet<>(object.propertyNames());
    }

    private Run run(String example, String code, String key) throws Exception {
        var file = Files.writeString(directory.resolve(example), block(example)).toString();
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command =
                switch (example.substring(example.lastIndexOf('.'))) {
                    case ".py" -> List.of("python3", file, code);
                    case ".java" -> List.of(java, "-Xmx128m", "-XX:TieredStopAtLevel=1", file, code);
                    default -> List.of("sh", file, code);
                };
        assumeTrue(available(command.getFirst()), command.getFirst() + " is not installed");
        assumeTrue(!example.equals("use.sh") || available("curl"), "curl is not installed");
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(Map.of("KOOBRIDGE_LICENSE_URL", service.url(), "KOOBRIDGE_LICENSE_API_KEY", key));
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Run(process.exitValue(), said);
    }

    private static String block(String name) throws IOException {
        var matcher = Pattern.compile(
                        "^```[a-z]+ " + Pattern.quote(name) + "\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL)
                .matcher(Files.readString(PAGE));
        assertThat(matcher.find()).as(name).isTrue();
        return matcher.group(1);
    }

    private static boolean available(String command) {
        return command.contains(File.separator)
                || Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                        .anyMatch(path -> Files.isExecutable(Path.of(path, command)));
    }
}
