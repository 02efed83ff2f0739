package io.koobridge.benchmark.load.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExpectationTest {

    private static final String RIGHT = "{\"resultCode\":\"000004\",\"resultMsg\":\"being provisioned\"}";

    private final Expectation signed = new Expectation("000004", true);

    @Test
    void aSignedAnswerWithTheCodeIsRight() {
        assertThat(signed.objection(0, 200, true, RIGHT)).isEmpty();
    }

    @Test
    void anotherCodeIsWrong() {
        assertThat(signed.objection(0, 200, true, RIGHT.replace("000004", "000005")))
                .hasValueSatisfying(why -> assertThat(why).contains("resultCode is not 000004", "000005"));
    }

    @Test
    void anotherStatusIsWrong() {
        assertThat(signed.objection(0, 503, true, RIGHT))
                .hasValueSatisfying(why -> assertThat(why).startsWith("status 503"));
    }

    @Test
    void anAnswerWithoutSignatureIsWrongWhereOneIsExpected() {
        assertThat(signed.objection(0, 200, false, RIGHT))
                .hasValueSatisfying(why -> assertThat(why).startsWith("no Body-Sign"));
        assertThat(new Expectation("000004", false).objection(0, 200, false, RIGHT))
                .isEmpty();
    }

    @Test
    void whatIsRightDependsOnTheCall() {
        var evenOnesAreReady = new Expectation(List.of(Set.of("000000"), Set.of("000004")), true);

        assertThat(evenOnesAreReady.objection(0, 200, true, RIGHT)).isPresent();
        assertThat(evenOnesAreReady.objection(1, 200, true, RIGHT)).isEmpty();
        assertThat(evenOnesAreReady.objection(2, 200, true, RIGHT)).isPresent();
    }
}
