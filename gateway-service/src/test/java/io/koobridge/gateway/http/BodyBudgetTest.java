package io.koobridge.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class BodyBudgetTest {

    @Test
    void whatDoesNotFitIsRefusedAndTakesNothing() {
        var budget = new BodyBudget(10);

        assertThat(budget.take(6)).isTrue();
        assertThat(budget.take(5)).isFalse();
        assertThat(budget.take(4)).isTrue();
        assertThat(budget.left()).isZero();
    }

    @Test
    void whatIsGivenBackCanBeTakenAgain() {
        var budget = new BodyBudget(10);
        budget.take(10);

        budget.giveBack(7);

        assertThat(budget.take(7)).isTrue();
    }

    @Tag("promise:bodies-are-bounded")
    @Test
    void aPartIsTakenOfTheWholeAndNeverMoreThanItHas() {
        var whole = new BodyBudget(10);
        var part = whole.part(6);

        assertThat(part.take(7)).isFalse();
        assertThat(part.take(6)).isTrue();
        assertThat(whole.left()).isEqualTo(4);
        part.giveBack(6);
        assertThat(whole.take(8)).isTrue();
        assertThat(part.take(3)).as("the whole has two left").isFalse();
        assertThat(part.left()).isEqualTo(6);
        assertThat(whole.left()).isEqualTo(2);
    }

    @Tag("promise:bodies-are-bounded")
    @Test
    void manyAtOnceNeverTakeMoreThanThereIs() {
        var budget = new BodyBudget(1_000);

        long granted = IntStream.range(0, 100_000)
                .parallel()
                .filter(_ -> budget.take(3))
                .count();

        assertThat(granted).isEqualTo(333);
        assertThat(budget.left()).isEqualTo(1);
    }
}
