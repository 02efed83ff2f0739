package io.koobridge.stack.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The demo's judge is held to account too. */
class JudgeTest {

    @Test
    void hasNothingAgainstAnHonestCallThatWasAcknowledged() {
        assertThat(Judge.HONEST.complaints(call(right()))).isEmpty();
    }

    @Test
    void complainsOfAWrongBodySignALateAnswerAndAnotherStatus() {
        assertThat(Judge.HONEST.complaints(call(right().put("bodySign", "WRONG"))))
                .containsExactly("expected: the right Body-Sign");
        assertThat(Judge.HONEST.complaints(call(right().put("millis", 3_001))))
                .containsExactly("expected: an answer within 3 s");
        assertThat(Judge.HONEST.complaints(call(right().put("httpStatus", 503))))
                .containsExactly("expected: HTTP 200");
    }

    @Test
    void givesAPurchaseInV1TheTimeThatItMayBeHeld() {
        var held = right().put("requestLine", "GET /koogallery/saas?activity=newInstance HTTP/1.1")
                .put("millis", 15_000);

        assertThat(Judge.HONEST.complaints(call(held))).isEmpty();
        assertThat(Judge.HONEST.complaints(call(held.deepCopy().put("millis", 20_001))))
                .containsExactly("expected: an answer within 20 s");
        assertThat(Judge.HONEST.complaints(call(held.deepCopy().put("name", "queryInstance"))))
                .containsExactly("expected: an answer within 3 s");
    }

    @Test
    void asksNoSignatureOfAPageThatABuyerOpens() {
        var visit = right().put("name", "openFrontEnd").put("httpStatus", 303).put("verdict", "FORWARDED");
        visit.remove(List.of("bodySign", "resultCode"));

        assertThat(Judge.HONEST.complaints(call(visit))).isEmpty();
        assertThat(Judge.HONEST.complaints(call(visit.deepCopy().put("verdict", "FAILED"))))
                .containsExactly("expected: success");
    }

    @Test
    void complainsOfACallThatFailed() {
        assertThat(Judge.HONEST.complaints(call(right().put("verdict", "FAILED").put("resultCode", "000005"))))
                .containsExactly("expected: success");
    }

    @Test
    void complainsOfAFaultThatWasNotAnsweredAsItMustBe() {
        var fault = right().put("fault", "WRONG_KEY").put("expected", "000001").put("asExpected", false);

        assertThat(Judge.FORM_ALONE.complaints(call(fault))).containsExactly("expected: 000001");
        assertThat(Judge.FORM_ALONE.complaints(call(fault.put("asExpected", true))))
                .isEmpty();
    }

    @Test
    void takesNoOtherCodeThanTheOneThatIsDemanded() {
        assertThat(Judge.code("000005").complaints(call(right()))).containsExactly("expected: 000005");
        assertThat(Judge.code("000000", "000004").complaints(call(right()))).isEmpty();
    }

    @Test
    void takesTheCodeForWorkInProgressFromAPurchaseAlone() {
        var judge = Judge.codes(Set.of("000000", "000004"), Set.of("000000"), Set.of("000005"));
        var inProgress = right().put("resultCode", "000004");

        assertThat(judge.complaints(call(inProgress))).isEmpty();
        assertThat(judge.complaints(call(inProgress.put("name", "releaseInstance"))))
                .containsExactly("expected: 000000");
        assertThat(judge.complaints(call(right().put("name", "queryInstance")))).containsExactly("expected: 000005");
    }

    @Test
    void takesNoRefusalThatDoesNotSayWhy() {
        var refused = right().put("resultCode", "000005");
        var judge = Judge.refusal("000005", "seats are in use");

        assertThat(judge.complaints(call(refused.put("responseBody", "{\"resultMsg\":\"the product is away\"}"))))
                .containsExactly("expected: a message with \"seats are in use\", got \"the product is away\"");
        assertThat(judge.complaints(call(refused.put("responseBody", "{\"resultMsg\":\"2 seats are in use\"}"))))
                .isEmpty();
    }

    @Test
    void asksNoAnswerOfACallWhoseConnectionWasCut() {
        var cut = right().put("fault", "CUT_CONNECTION").put("asExpected", true);
        cut.remove(List.of("httpStatus", "bodySign", "resultCode"));

        assertThat(Judge.FORM_ALONE.complaints(call(cut))).isEmpty();
    }

    @Test
    void complainsOfAnOrderQueryThatGotNoAnswer() {
        assertThat(Judge.HONEST.complaints(
                        call(right().put("direction", "FROM_SELLER").put("verdict", "REFUSED"))))
                .containsExactly("expected: an answered order query");
    }

    @Test
    void equalPollsAreOneRow() {
        var poll = right().put("name", "queryInstance").put("verdict", "NOT_YET");
        var folds = Fold.of(List.of(call(poll), call(poll.deepCopy().put("millis", 3)), call(right())));

        assertThat(folds).extracting(fold -> fold.calls().size()).containsExactly(2, 1);
        assertThat(folds.getFirst().row(Judge.HONEST, Agreed.NOT_ASKED).cells()).contains("> queryInstance (x2)");
    }

    @Test
    void aCallThatIsWrongDoesNotHideAmongEqualOnes() {
        var folds = Fold.of(List.of(
                call(right().put("millis", 3_001)),
                call(right().put("httpStatus", 503)),
                call(right().put("httpStatus", 500)),
                call(right())));

        assertThat(folds).singleElement().satisfies(fold -> {
            var row = fold.row(Judge.HONEST, Agreed.NOT_ASKED);
            assertThat(row.cells()).contains("> newInstance (x4)", "3001");
            assertThat(row.complaints()).containsExactly("expected: an answer within 3 s", "expected: HTTP 200");
        });
    }

    private static Call call(ObjectNode recorded) {
        return new Call(recorded);
    }

    private static ObjectNode right() {
        return (ObjectNode) JsonMapper.shared().readTree("""
                {"direction":"TO_SELLER","name":"newInstance","at":"2026-01-01T00:00:03Z","millis":4,"httpStatus":200,"resultCode":"000000",
                 "url":"http://127.0.0.1/koogallery/saas","requestBody":"{\\"activity\\":\\"newInstance\\"}","responseBody":"{\\"resultCode\\":\\"000000\\"}","bodySign":"RIGHT",
                 "verdict":"ACKNOWLEDGED"}
                """);
    }
}
