package io.koobridge.license.reconcile.code;

import static io.koobridge.license.domain.code.Codes.CODE;
import static io.koobridge.license.reconcile.code.CodeBench.STOPPED;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.license.domain.code.Activation.Stage;
import io.koobridge.license.domain.code.Standing;
import io.koobridge.service.reconcile.Step;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a code comes into use, one call for each. */
class SingleActivationTest {

    private final CodeBench bench = new CodeBench(false);

    @Test
    void whatIsWishedIsActivatedAndLookedUp() {
        bench.market.sells(CODE);

        bench.activate(CODE);
        bench.work();

        assertThat(bench.standing(CODE)).isEqualTo(Standing.ACTIVE);
        assertThat(bench.state(CODE).bought()).isEqualTo(FakeMarket.BOUGHT);
        assertThat(bench.market.calls).containsExactly("activate", "look");
        assertThat(bench.entry(CODE).unsettled()).isEmpty();
    }

    @Test
    void anAnswerThatWasLostIsSettledByTheQuery() {
        bench.market.sells(CODE);
        bench.market.losesAnswers = true;
        bench.activate(CODE);
        bench.work();
        assertThat(bench.state(CODE).activation().stage()).isEqualTo(Stage.WISHED);

        bench.market.losesAnswers = false;
        bench.later(Duration.ofMinutes(1));

        assertThat(bench.standing(CODE)).isEqualTo(Standing.ACTIVE);
        assertThat(bench.findings.open()).isEmpty();
    }

    /** Killed between call and record: nobody here knows that it was done. */
    @Test
    void whoeverDiesAfterTheCallIsFollowedByOneThatFindsItDone() {
        bench.market.sells(CODE);
        bench.activate(CODE);
        assertThat(bench.unrecorded(CODE)).isInstanceOf(Step.Learned.class);
        assertThat(bench.market.codes).containsEntry(CODE, "ALIVE");

        bench.work();

        assertThat(bench.standing(CODE)).isEqualTo(Standing.ACTIVE);
        assertThat(bench.market.calls).containsExactly("activate", "activate", "look");
        assertThat(bench.findings.open()).isEmpty();
    }

    @Test
    void aCodeThatItsUserHasNotCollectedIsTriedEveryTenMinutesAndNeverStuck() {
        bench.market.codes.put(CODE, "HIDDEN");
        bench.activate(CODE);
        bench.work();

        assertThat(bench.state(CODE).activation().answer()).isNotNull().satisfies(answer -> assertThat(answer.number())
                .isEqualTo("92020004"));
        assertThat(bench.standing(CODE)).isEqualTo(Standing.NOT_ACTIVATED);
        for (int i = 0; i < 40; i++) {
            bench.later(Duration.ofMinutes(11));
        }
        assertThat(bench.findings.open()).isEmpty();
        assertThat(bench.market.calls).hasSize(41).containsOnly("activate");

        bench.market.codes.put(CODE, "NEW");
        bench.later(Duration.ofMinutes(11));
        assertThat(bench.standing(CODE)).isEqualTo(Standing.ACTIVE);
    }

    @Test
    void whoeverCollectsItAndAsksAnewDoesNotWaitTenMinutes() {
        bench.market.codes.put(CODE, "HIDDEN");
        bench.activate(CODE);
        bench.work();
        bench.market.codes.put(CODE, "NEW");

        bench.activate(CODE);
        bench.work();
        assertThat(bench.market.calls).as("a minute has not passed").hasSize(1);
        bench.clock.advance(Duration.ofMinutes(1));
        bench.activate(CODE);
        bench.work();

        assertThat(bench.standing(CODE)).isEqualTo(Standing.ACTIVE);
    }

    @Test
    void aCodeThatDoesNotExistIsNoFinding() {
        bench.activate(CODE);
        bench.work();

        assertThat(bench.standing(CODE)).isEqualTo(Standing.UNKNOWN);
        assertThat(bench.findings.open()).isEmpty();
        assertThat(bench.entry(CODE).unsettled()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"92020002", "92020003", "92020011", "92020020", "95000001", "95000002", "95000003", "95000004"})
    void whatIsRefusedStopsWithAFindingUntilAPersonOrTheSoftwareWantsItAgain(String number) {
        bench.market.sells(CODE);
        bench.market.refuses = number;
        bench.activate(CODE);
        bench.work();

        assertThat(bench.state(CODE).activation().stage()).isEqualTo(Stage.REFUSED);
        assertThat(bench.findings.open().get(STOPPED)).contains(number);

        bench.market.refuses = null;
        bench.retry(CODE);
        bench.work();
        assertThat(bench.standing(CODE)).isEqualTo(Standing.ACTIVE);
        assertThat(bench.findings.open()).isEmpty();
    }

    @Test
    void neitherFindingNorJournalHasTheCode() {
        bench.activate(CODE);
        bench.work();

        assertThat(bench.findings.open().toString()).doesNotContain(CODE);
        assertThat(bench.journal.written().toString()).doesNotContain(CODE);
    }
}
