package io.koobridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** {@code dead-letters} as somebody types it: what is looked at and put away. */
class DeadLettersTest extends OperatorTest {

    DeadLettersTest(@TempDir Path home) throws IOException {
        super(home);
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
    void deadLettersAreParked() {
        answers.put("/internal/dead-letters/" + encoded(ID) + ":park", new Answer(200, "{}"));

        assertThat(run("dead-letters", "park", ID, "--why", "a test's garbage")).isZero();

        assertThat(received.getFirst().body()).contains("a test's garbage");
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
}
