package io.koobridge.simulator.life;

import static io.koobridge.simulator.life.Examples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.simulator.life.StepState.Delivering;
import io.koobridge.simulator.market.RetryPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class StepStateTest {

    private static Deed deed(Step step, RetryPlan plan) {
        return Deed.of(1, step, new Deed.Delivered(NOON, plan, List.of()), new StepState.Waiting());
    }

    private static Deed purchase(RetryPlan plan) {
        return deed(new NewInstance(Examples.order("CS1")), plan);
    }

    /** Every call takes five seconds. */
    private static List<Instant> attempts(Deed deed) {
        StepState state = new StepState.Waiting().begun(NOON);
        List<Instant> attempts = new ArrayList<>();
        Instant now = NOON;
        while (state instanceof Delivering delivering) {
            now = delivering.nextAttemptAt() == null ? now : delivering.nextAttemptAt();
            attempts.add(now);
            state = delivering.attemptFailed(deed, "resultCode is 000005", now.plusSeconds(5));
        }
        assertThat(state.isOver()).isTrue();
        return attempts;
    }

    @Test
    void anOrderIsRepeatedHourlyForThreeHoursAndThenRefunded() {
        Duration hour = Duration.ofHours(1);

        assertThat(attempts(purchase(RetryPlan.DOCUMENTED)))
                .containsExactly(
                        NOON, NOON.plus(hour), NOON.plus(hour.multipliedBy(2)), NOON.plus(hour.multipliedBy(3)));
    }

    @Test
    void aFreezeIsRepeatedEveryTenMinutesForAnHour() {
        assertThat(attempts(deed(new SetStatus(true), RetryPlan.ONE_HOUR)))
                .hasSize(7)
                .endsWith(NOON.plus(Duration.ofHours(1)));
    }

    @Test
    void aQuestionIsAskedOnce() {
        assertThat(attempts(deed(new Details(), RetryPlan.ONCE))).containsExactly(NOON);
    }

    @Test
    void whatIsNoOrderFailsInsteadOfBeingRefunded() {
        Delivering last = new Delivering(NOON, 6, NOON);

        assertThat(last.attemptFailed(deed(new SetStatus(true), RetryPlan.ONE_HOUR), "no", NOON))
                .isEqualTo(new StepState.Failed("no", NOON));
        assertThat(new Delivering(NOON, 3, NOON).attemptFailed(purchase(RetryPlan.DOCUMENTED), "no", NOON))
                .isEqualTo(new StepState.Refunded("no", NOON));
    }

    @Property
    void anOrderIsTriedFourTimesHoweverLongTheAnswersTake(
            @ForAll @Size(4) List<@IntRange(max = 1_000_000) Integer> seconds) {
        StepState state = new StepState.Waiting().begun(NOON);
        Instant now = NOON;
        int attempts = 0;

        while (state instanceof Delivering delivering) {
            now = now.plusSeconds(seconds.get(attempts++));
            state = delivering.attemptFailed(purchase(RetryPlan.DOCUMENTED), "no answer", now);
        }

        assertThat(attempts).isEqualTo(4);
    }

    @Test
    void isRepeatedWithoutEndUntilAcknowledgedWhenAskedTo() {
        Deed patient = purchase(RetryPlan.untilAcknowledged(Duration.ofSeconds(1)));
        StepState state = new StepState.Waiting().begun(NOON);

        for (int i = 0; i < 1000; i++) {
            assertThat(state).isInstanceOf(Delivering.class);
            state = ((Delivering) state).attemptFailed(patient, "no answer", NOON.plusSeconds(i));
        }

        assertThat(state).isInstanceOfSatisfying(Delivering.class, still -> assertThat(still.nextAttemptAt())
                .isEqualTo(NOON.plusSeconds(1000)));
    }
}
