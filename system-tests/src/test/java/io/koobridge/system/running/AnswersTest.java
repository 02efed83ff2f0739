package io.koobridge.system.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The chaos test's judge of answers is held to account too. */
class AnswersTest {

    private static final Instant AT = Instant.parse("2026-01-01T00:00:10Z");

    @Test
    void hasNothingAgainstARightAnswer() {
        assertThat(complaints(right())).isEmpty();
    }

    @Test
    void complainsOfAnotherStatusAWrongSignatureALateAnswerAndNone() {
        assertThat(complaints(right().put("httpStatus", 503)))
                .singleElement()
                .asString()
                .startsWith("not HTTP 200");
        assertThat(complaints(right().put("bodySign", "ABSENT")))
                .singleElement()
                .asString()
                .startsWith("not signed rightly");
        assertThat(complaints(right().put("millis", 3_001)))
                .singleElement()
                .asString()
                .startsWith("too late");
        assertThat(complaints(unanswered())).singleElement().asString().startsWith("no answer");
    }

    @Test
    void forgivesLatenessAndSilenceToAGatewayThatWasAway() {
        var meanwhile = new Answers.Away(AT.plusSeconds(1), AT.plusSeconds(4));
        var before = new Answers.Away(AT.minusSeconds(9), AT.minusSeconds(4));

        assertThat(complaints(right().put("millis", 4_000), meanwhile)).isEmpty();
        assertThat(complaints(right().put("millis", 4_000), before)).hasSize(1);
        assertThat(complaints(unanswered().put("millis", 2_000), meanwhile)).isEmpty();
        assertThat(complaints(right().put("bodySign", "WRONG").put("millis", 4_000), meanwhile))
                .hasSize(1);
    }

    @Test
    void asksNothingInTimeForAReaderThatIsSlowItself() {
        assertThat(complaints(right().put("fault", "SLOW_READER").put("millis", 9_000)))
                .isEmpty();
        assertThat(complaints(unanswered().put("fault", "CUT_CONNECTION"))).isEmpty();
    }

    @Test
    void holdsOnlyAPurchaseOfV1ForLonger() {
        assertThat(complaints(inV1("newInstance").put("millis", 15_000))).isEmpty();
        assertThat(complaints(inV1("newInstance").put("millis", 15_001))).hasSize(1);
        assertThat(complaints(inV1("refreshInstance").put("millis", 3_001))).hasSize(1);
        assertThat(complaints(right().put("name", "newInstance").put("millis", 3_001)))
                .hasSize(1);
    }

    @Test
    void countsTheAnswersOfV1() {
        var answers =
                new Answers(List.of(right(), inV1("upgrade"), inV1("upgrade").without("httpStatus")), List.of());

        assertThat(answers.answered()).isEqualTo(2);
        assertThat(answers.answeredInV1()).isEqualTo(1);
    }

    private static ObjectNode inV1(String name) {
        return right().put("name", name).put("requestLine", "GET /koogallery/saas?activity=" + name + " HTTP/1.1");
    }

    private static List<String> complaints(ObjectNode call, Answers.Away... away) {
        return new Answers(List.of(call), List.of(away)).complaints();
    }

    private static ObjectNode unanswered() {
        return right().without(List.of("httpStatus", "bodySign"));
    }

    private static ObjectNode right() {
        return (ObjectNode) JsonMapper.shared().readTree("""
                {"direction":"TO_SELLER","at":"%s","millis":4,"httpStatus":200,"bodySign":"RIGHT"}""".formatted(AT));
    }
}
