package io.koobridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** {@code dead-letters replay}: what is sent again, in which order, and what a failure holds up. */
class ReplayTest extends OperatorTest {

    ReplayTest(@TempDir Path home) throws IOException {
        super(home);
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
}
