package io.koobridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Work, orders, findings and keys as somebody types them, and what every command refuses. */
class OperatorCommandsTest extends OperatorTest {

    OperatorCommandsTest(@TempDir Path home) throws IOException {
        super(home);
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
}
