package io.koobridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.koobridge.cli.installation.Variables;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** The operators' commands as somebody types them, against a service that answers as the internal port does. */
class OperatorCommandsTest {

    private static final String TOKEN = "an-invented-token-of-a-test";
    private static final String ID = "koobridge.facts.instances.dlq:0:7";

    private record Received(
            String method, String target, @Nullable String authorization, String body) {}

    private record Answer(int status, String body) {}

    private final Map<String, Answer> answers = new TreeMap<>();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter error = new StringWriter();
    private final Path home;
    private final HttpServer service;

    OperatorCommandsTest(@TempDir Path home) throws IOException {
        this.home = home;
        this.service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 4);
        service.createContext("/", exchange -> {
            var target = exchange.getRequestURI().toString();
            received.add(new Received(
                    exchange.getRequestMethod(),
                    target,
                    exchange.getRequestHeaders().getFirst("Authorization"),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            var answer = answers.getOrDefault(target, new Answer(404, "{\"status\":404,\"detail\":\"Nothing here.\"}"));
            var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        service.start();
    }

    @AfterEach
    void stop() {
        service.stop(0);
    }

    @Test
    void deadLettersAreListedWithTheTokenOfTheSuite() {
        answers.put("/internal/dead-letters?limit=50", new Answer(200, list(null, letter(ID))));

        assertThat(run("dead-letters")).isZero();

        assertThat(received).extracting(Received::authorization).containsExactly("Bearer " + TOKEN);
        assertThat(out.toString()).contains(ID, "unreadable", "not JSON").doesNotContain(TOKEN);
    }

    @Test
    void aLongListIsFetchedPageByPage() {
        answers.put(
                "/internal/dead-letters?limit=3&reason=unreadable",
                new Answer(200, list("a:0:2", letter("a:0:3"), letter("a:0:2"))));
        answers.put(
                "/internal/dead-letters?limit=1&reason=unreadable&after=a%3A0%3A2",
                new Answer(200, list("a:0:1", letter("a:0:1"))));

        assertThat(run("dead-letters", "list", "--reason", "unreadable", "--limit", "3", "--json"))
                .isZero();

        assertThat(JsonMapper.shared()
                        .readTree(out.toString())
                        .path("deadLetters")
                        .valueStream()
                        .map(l -> l.path("id").asString()))
                .containsExactly("a:0:3", "a:0:2", "a:0:1");
    }

    @Test
    void aDeadLetterIsShownAndItsControlCharactersReachNoTerminal() {
        answers.put(
                "/internal/dead-letters/" + encoded(ID),
                new Answer(
                        200,
                        "{\"deadLetter\":" + letter(ID)
                                + ",\"headers\":{\"ce_id\":\"1\"},\"value\":{\"encoding\":\"text\",\"content\":\"a\\u001b[31mb\",\"cut\":false}}"));

        assertThat(run("dead-letters", "show", ID)).isZero();

        assertThat(out.toString())
                .contains("header ce_id", "value (text)", "a [31mb")
                .doesNotContain("\u001b");
    }

    @Test
    void aPreviewSaysWhatWouldChange() {
        answers.put(
                "/internal/dead-letters/" + encoded(ID) + ":preview",
                new Answer(
                        200,
                        "{\"fact\":\"frozen\",\"subject\":\"kb1\",\"outcome\":\"applied\",\"before\":{\"phase\":\"ACTIVE\",\"generation\":1},\"after\":{\"phase\":\"FROZEN\",\"generation\":2}}"));

        assertThat(run("dead-letters", "preview", ID)).isZero();

        assertThat(out.toString()).contains("applied", "ACTIVE, generation 1", "FROZEN, generation 2");
    }

    @Test
    void aReasonIsReplayedOldestFirstAndRefusalsAreToldOneByOne() {
        answers.put(
                "/internal/dead-letters?limit=200&reason=unreadable&state=open",
                new Answer(200, list(null, letter("a:0:3"), letter("a:0:2"), letter("a:0:1"))));
        answers.put("/internal/dead-letters/a%3A0%3A1:replay", new Answer(200, "{}"));
        answers.put(
                "/internal/dead-letters/a%3A0%3A2:replay",
                new Answer(409, "{\"status\":409,\"detail\":\"This dead letter was replayed before.\"}"));
        answers.put("/internal/dead-letters/a%3A0%3A3:replay", new Answer(200, "{}"));

        assertThat(run(
                        "dead-letters",
                        "replay",
                        "--reason",
                        "unreadable",
                        "--limit",
                        "20",
                        "--why",
                        "the reader is back"))
                .isEqualTo(1);

        assertThat(received.subList(1, 4))
                .extracting(Received::target)
                .containsExactly(
                        "/internal/dead-letters/a%3A0%3A1:replay",
                        "/internal/dead-letters/a%3A0%3A2:replay", "/internal/dead-letters/a%3A0%3A3:replay");
        assertThat(JsonMapper.shared()
                        .readTree(received.get(1).body())
                        .path("why")
                        .asString())
                .isEqualTo("the reader is back");
        assertThat(out.toString()).contains("replayed", "This dead letter was replayed before.");
    }

    @Test
    void withPreviewNothingIsReplayed() {
        answers.put(
                "/internal/dead-letters?limit=200&reason=unreadable&state=open",
                new Answer(200, list(null, letter(ID))));
        answers.put(
                "/internal/dead-letters/" + encoded(ID) + ":preview",
                new Answer(200, "{\"putAsideAgain\":\"unreadable\",\"detail\":\"not JSON\"}"));

        assertThat(run(
                        "dead-letters",
                        "replay",
                        "--reason",
                        "unreadable",
                        "--limit",
                        "2",
                        "--why",
                        "a look",
                        "--preview"))
                .isZero();

        assertThat(out.toString()).contains("put aside again: unreadable");
        assertThat(received).noneMatch(call -> call.target().endsWith(":replay"));
    }

    @Test
    void replayingEndsWhenTheServiceIsAway() {
        answers.put(
                "/internal/dead-letters/a%3A0%3A1:replay",
                new Answer(503, "{\"status\":503,\"detail\":\"The broker does not answer.\"}"));

        assertThat(run("dead-letters", "replay", "a:0:1", "a:0:2", "--why", "x"))
                .isEqualTo(3);

        assertThat(received).hasSize(1);
        assertThat(out.toString()).contains("The broker does not answer.", "not tried");
    }

    @Test
    void namedLettersAreReplayedInTheOrderOfTheirPlacesAndOnce() {
        for (var id : List.of("a:0:9", "a:0:10", "a:1:2", "b:0:1")) {
            answers.put("/internal/dead-letters/" + encoded(id) + ":replay", new Answer(200, "{}"));
        }

        assertThat(run("dead-letters", "replay", "b:0:1", "a:0:10", "a:1:2", "a:0:9", "a:0:10", "--why", "x"))
                .isZero();

        assertThat(received)
                .extracting(call -> call.target().replace("/internal/dead-letters/", ""))
                .containsExactly("a%3A0%3A9:replay", "a%3A0%3A10:replay", "a%3A1%3A2:replay", "b%3A0%3A1:replay");
    }

    @Test
    void aLimitTakesTheOldestAndNeverLeavesOutAForerunner() {
        answers.put(
                "/internal/dead-letters?limit=200&reason=unreadable&state=open",
                new Answer(
                        200,
                        list(
                                null,
                                letter("a:0:1", "kb1", "2026-11-22T12:00:00Z"),
                                letter("a:1:7", "kb2", "2026-11-22T11:00:00Z"),
                                letter("a:0:2", "kb1", "2026-11-22T08:00:00Z"),
                                letter("a:1:6", "kb2", "2026-11-22T07:00:00Z"))));
        answers.put("/internal/dead-letters/a%3A1%3A6:replay", new Answer(200, "{}"));
        answers.put("/internal/dead-letters/a%3A1%3A7:replay", new Answer(200, "{}"));
        answers.put("/internal/dead-letters/a%3A0%3A1:replay", new Answer(200, "{}"));

        assertThat(run("dead-letters", "replay", "--reason", "unreadable", "--limit", "3", "--why", "x"))
                .isZero();

        assertThat(received.subList(1, received.size()))
                .extracting(call -> call.target().replace("/internal/dead-letters/", ""))
                .containsExactly("a%3A0%3A1:replay", "a%3A1%3A6:replay", "a%3A1%3A7:replay");
    }

    @Test
    void afterAFailureLaterLettersOfTheSameKeyAreSkipped() {
        for (var id : List.of("a:0:1", "a:0:2", "a:0:3")) {
            var key = id.equals("a:0:2") ? "kb2" : "kb1";
            answers.put(
                    "/internal/dead-letters/" + encoded(id),
                    new Answer(200, "{\"deadLetter\":" + letter(id, key, "2026-11-22T08:00:00Z") + "}"));
            answers.put("/internal/dead-letters/" + encoded(id) + ":replay", new Answer(200, "{}"));
        }
        answers.put("/internal/dead-letters/a%3A0%3A1:replay", new Answer(400, "{\"detail\":\"Not like this.\"}"));

        assertThat(run("dead-letters", "replay", "a:0:1", "a:0:2", "a:0:3", "--why", "x"))
                .isEqualTo(1);

        assertThat(received)
                .extracting(Received::target)
                .contains("/internal/dead-letters/a%3A0%3A2:replay")
                .doesNotContain("/internal/dead-letters/a%3A0%3A3:replay");
        assertThat(out.toString()).contains("Not like this.", "skipped: a:0:1 has the same key");
    }

    @Test
    void whatWasDoneBeforeAFailureIsTold() {
        answers.put("/internal/dead-letters/a%3A0%3A1:park", new Answer(200, "{}"));
        answers.put("/internal/dead-letters/a%3A0%3A3:park", new Answer(200, "{}"));
        answers.put("/internal/dead-letters/a%3A0%3A1:preview", new Answer(200, "{\"outcome\":\"applied\"}"));

        assertThat(run("dead-letters", "park", "a:0:1", "a:0:2", "a:0:3", "--why", "x"))
                .isEqualTo(1);
        assertThat(out.toString()).containsSubsequence("a:0:1", "parked", "a:0:2", "Nothing here.", "a:0:3", "parked");
        assertThat(run("dead-letters", "preview", "a:0:1", "a:0:2")).isEqualTo(1);
        assertThat(out.toString()).containsSubsequence("a:0:1", "applied", "a:0:2", "not known", "Nothing here.");
    }

    @Test
    void aListThatIsCutSaysSo() {
        answers.put("/internal/dead-letters?limit=1", new Answer(200, list("a:0:2", letter("a:0:2"))));
        answers.put(
                "/internal/findings?state=open&limit=1",
                new Answer(200, "{\"findings\":[{\"kind\":\"STUCK\",\"subject\":\"kb1\"}]}"));
        answers.put(
                "/internal/work?limit=1&state=stopped",
                new Answer(200, "{\"work\":[{\"ledger\":\"instances\",\"id\":\"kb1\"}]}"));

        assertThat(run("dead-letters", "--limit", "1")).isZero();
        assertThat(out.toString()).contains("The list is cut at --limit 1: there may be older ones.");
        assertThat(run("findings", "--limit", "1")).isZero();
        assertThat(run("stuck", "--state", "stopped", "--limit", "1")).isZero();
        assertThat(out.toString()).contains("The list is cut at --limit 1: there may be more.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>Welcome</html>", "[]", "\"ok\"", ""})
    void anAnswerOfSomethingElseIsAnError(String body) {
        answers.put("/internal/findings?state=open&limit=100", new Answer(200, body));

        assertThat(run("findings")).isEqualTo(1);
        assertThat(error.toString()).contains("is this the internal port of a KooBridge service?");
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void aServiceInTroubleIsExitThree(int status) {
        answers.put("/internal/findings?state=open&limit=100", new Answer(status, "<html>Bad Gateway</html>"));

        assertThat(run("findings")).isEqualTo(3);
        assertThat(error.toString()).contains(Integer.toString(status));
    }

    @Test
    void aPathInFrontOfTheServiceIsKept() {
        answers.put("/provisioning/internal/findings?state=open&limit=100", new Answer(200, "{\"findings\":[]}"));

        assertThat(run("findings", "--url", url() + "/provisioning")).isZero();
        assertThat(run("findings", "--url", url() + "/provisioning/")).isZero();
    }

    @Test
    void deadLettersAreParked() {
        answers.put("/internal/dead-letters/" + encoded(ID) + ":park", new Answer(200, "{}"));

        assertThat(run("dead-letters", "park", ID, "--why", "a test's garbage")).isZero();

        assertThat(received.getFirst().body()).contains("a test's garbage");
    }

    @Test
    void whatDoesNotEndByItselfIsListedAndTriedAgain() {
        answers.put(
                "/internal/work?limit=100&state=stuck",
                new Answer(
                        200,
                        "{\"work\":[{\"ledger\":\"instances\",\"id\":\"kb1\",\"state\":\"expired\",\"phase\":\"PROVISIONING\",\"generation\":2,\"attempt\":9,\"since\":\"2026-11-20T08:00:00Z\",\"dueAt\":\"2026-11-22T09:00:00Z\",\"lastError\":\"HTTP 500\"}]}"));
        answers.put(
                "/internal/work?limit=100&state=stopped",
                new Answer(
                        200,
                        "{\"work\":[{\"ledger\":\"instances\",\"id\":\"kb2\",\"state\":\"stopped\",\"since\":\"2026-11-21T08:00:00Z\",\"lastError\":\"no such plan\"}]}"));
        answers.put("/internal/work/instances/kb2:retry", new Answer(200, "{\"state\":\"started\"}"));

        assertThat(run("stuck")).isZero();
        assertThat(out.toString()).containsSubsequence("kb1", "expired", "HTTP 500", "kb2", "stopped", "no such plan");
        assertThat(run("retry", "kb2", "--why", "the plan is there now")).isZero();
        assertThat(received.getLast().body()).contains("the plan is there now");
    }

    @Test
    void anOrderIsReplayedWithAllItsLinesOrWithOne() {
        answers.put(
                "/internal/orders:replay",
                new Answer(
                        200,
                        "{\"orders\":[{\"ledger\":\"orders\",\"id\":\"CS1~CS1-000001\",\"orderLineId\":\"CS1-000001\"}]}"));

        assertThat(run("orders", "replay", "CS1", "--why", "KooGallery gave up"))
                .isZero();
        assertThat(out.toString()).containsSubsequence("orders", "CS1~CS1-000001", "CS1-000001", "Started");
        assertThat(received.getLast().body()).isEqualTo("{\"orderId\":\"CS1\",\"why\":\"KooGallery gave up\"}");

        assertThat(run("orders", "replay", "CS1", "--line", "CS1-000001", "--why", "again"))
                .isZero();
        assertThat(received.getLast().body()).contains("\"orderLineId\":\"CS1-000001\"");
    }

    @Test
    void workOfTheOtherLedgerIsRetriedByItsName() {
        answers.put("/internal/work/orders/CS1%7ECS1-000001:retry", new Answer(200, "{\"state\":\"started\"}"));

        assertThat(run("retry", "CS1~CS1-000001", "--ledger", "orders", "--why", "the order is there now"))
                .isZero();
    }

    @Test
    void findingsAreListedAndClosed() {
        answers.put(
                "/internal/findings?state=open&limit=100&kind=STUCK",
                new Answer(
                        200,
                        "{\"findings\":[{\"kind\":\"STUCK\",\"subject\":\"kb1\",\"detail\":\"HTTP 500\",\"open\":true,\"openedAt\":\"2026-11-20T08:00:00Z\",\"lastSeenAt\":\"2026-11-22T08:00:00Z\",\"seen\":3}]}"));
        answers.put("/internal/findings/STUCK/kb1:close", new Answer(200, "{}"));

        assertThat(run("findings", "--kind", "STUCK")).isZero();
        assertThat(out.toString()).contains("STUCK", "kb1", "HTTP 500", "open");
        assertThat(run("findings", "close", "STUCK", "kb1", "--why", "seen")).isZero();
    }

    @Test
    void keysAreAskedOfTheGateway() {
        answers.put(
                "/internal/keys",
                new Answer(
                        200,
                        "{\"keys\":[{\"address\":\"/koogallery/saas\",\"type\":\"base\",\"id\":\"base-1\",\"notAfter\":null,\"verified\":12,\"lastVerifiedAt\":\"2026-11-22T08:00:00Z\"}]}"));

        assertThat(execute(Map.of("KOOBRIDGE_GATEWAY_INTERNAL_URL", url(), "KOOBRIDGE_SERVICE_TOKEN", TOKEN), "keys"))
                .isZero();

        assertThat(out.toString()).contains("/koogallery/saas", "base-1", "12", "2026-11-22T08:00:00Z");
    }

    @Test
    void anotherServiceIsAskedByNameOrByAddress() {
        answers.put("/internal/findings?state=open&limit=100", new Answer(200, "{\"findings\":[]}"));

        assertThat(execute(
                        Map.of("KOOBRIDGE_USAGE_METERING_INTERNAL_URL", url(), "KOOBRIDGE_SERVICE_TOKEN", TOKEN),
                        "findings",
                        "--service",
                        "usage-metering"))
                .isZero();
        assertThat(execute(Map.of("KOOBRIDGE_SERVICE_TOKEN", TOKEN), "findings", "--url", url()))
                .isZero();
        assertThat(out.toString()).contains("No findings.");
    }

    @Test
    void addressAndTokenComeFromTheSuiteThatRunsHere() throws Exception {
        answers.put("/internal/findings?state=open&limit=100", new Answer(200, "{\"findings\":[]}"));
        Files.writeString(
                home.resolve("local.env"),
                "KOOBRIDGE_PROVISIONING_INTERNAL_URL=" + url() + "\nKOOBRIDGE_SERVICE_TOKEN=" + TOKEN + "\n");

        assertThat(execute(Map.of(), "findings")).isZero();
    }

    @Test
    void aTokenFileWinsAndARefusedTokenIsExplained() throws Exception {
        answers.put(
                "/internal/work?limit=100&state=stuck",
                new Answer(401, "{\"status\":401,\"detail\":\"A service token is needed.\"}"));
        var file = Files.writeString(home.resolve("token"), "another-invented-token\n");

        assertThat(run("stuck", "--token-file", file.toString())).isEqualTo(1);

        assertThat(received.getFirst().authorization()).isEqualTo("Bearer another-invented-token");
        assertThat(error.toString()).contains("does not take the service token", "--token-file");
    }

    @Test
    void endsWithThreeWhenNobodyAnswers() {
        service.stop(0);

        assertThat(run("stuck")).isEqualTo(3);
        assertThat(error.toString()).contains("Nobody answers at " + url());
    }

    @Test
    void endsWithOneAndTheServicesOwnWords() {
        assertThat(run("retry", "kb9", "--why", "x")).isEqualTo(1);
        assertThat(error.toString()).contains("Nothing here.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "retry kb1",
                "orders",
                "orders replay",
                "orders replay CS1",
                "orders replay --why x",
                "dead-letters replay",
                "dead-letters replay --why x",
                "dead-letters replay --why x --reason unreadable",
                "dead-letters replay a:0:1",
                "dead-letters park a:0:1",
                "dead-letters replay nonsense --why x",
                "dead-letters --limit 0",
                "findings close STUCK kb1",
                "stuck --url nowhere",
                "stuck --token-file nowhere"
            })
    void endsWithTwoWhenSomethingIsMissing(String line) {
        assertThat(run(line.split(" ", -1))).isEqualTo(2);
        assertThat(received).isEmpty();
        assertThat(error.toString()).contains("Help: koobridge " + line.substring(0, (line + " ").indexOf(' ')));
    }

    @Test
    void saysWhatToDoWhenNoInstallationIsKnown() {
        assertThat(execute(Map.of(), "stuck")).isEqualTo(2);
        assertThat(error.toString()).contains("KOOBRIDGE_PROVISIONING_INTERNAL_URL", "./koobridge up");
    }

    private static String letter(String id) {
        return letter(id, "kb1", "2026-11-22T08:00:00Z");
    }

    private static String letter(String id, String key, String at) {
        return "{\"id\":\"%s\",\"key\":\"%s\",\"reason\":\"unreadable\",\"detail\":\"not JSON\",\"origin\":\"a:1:2\",\"putAsideAt\":\"%s\",\"size\":3,\"state\":\"open\"}"
                .formatted(id, key, at);
    }

    private static String list(@Nullable String next, String... letters) {
        return "{\"deadLetters\":[%s]%s}"
                .formatted(String.join(",", letters), next == null ? "" : ",\"next\":\"" + next + "\"");
    }

    private static String encoded(String id) {
        return id.replace(":", "%3A");
    }

    private int run(String... arguments) {
        return execute(
                Map.of("KOOBRIDGE_PROVISIONING_INTERNAL_URL", url(), "KOOBRIDGE_SERVICE_TOKEN", TOKEN), arguments);
    }

    private int execute(Map<String, String> environment, String... arguments) {
        var all = new HashMap<>(environment);
        all.put("KOOBRIDGE_HOME", home.toString());
        return Main.commandLine(Variables.of(all, Path.of("")))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(error, true))
                .execute(arguments);
    }

    private String url() {
        return "http://127.0.0.1:" + service.getAddress().getPort();
    }
}
