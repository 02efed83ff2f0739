package io.koobridge.license.reconcile.code;

import static io.koobridge.license.domain.code.Codes.CODE;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.instance.TermChange;
import io.koobridge.events.license.CodeFact.CodeFrozen;
import io.koobridge.events.license.CodeFact.CodeReleased;
import io.koobridge.events.license.CodeId;
import io.koobridge.license.domain.code.Activation.Stage;
import io.koobridge.license.domain.code.Codes;
import io.koobridge.license.domain.code.Standing;
import io.koobridge.license.domain.code.Usage.Entry;
import io.koobridge.service.reconcile.Attempt;
import io.koobridge.service.reconcile.Step;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeWorkerTest {

    private static final String STOPPED = "STOPPED|" + CodeId.of(CODE);

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
        assertThat(bench.worker.reconcile(bench.state(CODE), nobody())).isInstanceOf(Step.Learned.class);
        assertThat(bench.market.codes).containsEntry(CODE, "ALIVE");

        bench.work();

        assertThat(bench.standing(CODE)).isEqualTo(Standing.ACTIVE);
        assertThat(bench.market.calls).containsExactly("activate", "activate", "look");
        assertThat(bench.findings.open()).isEmpty();
    }

    /** The same for a report: at least once. */
    @Test
    void whoeverDiesAfterAReportIsFollowedByOneThatReportsAgain() {
        active();
        bench.use(CODE, Entry.client("c1", bench.clock.instant()));
        bench.work();
        bench.clock.advance(CodeBench.PAUSE);
        assertThat(bench.worker.reconcile(bench.state(CODE), nobody())).isInstanceOf(Step.Learned.class);

        bench.later(Duration.ofMinutes(1));

        assertThat(bench.market.used).extracting(Entry::clientId).containsExactly("c1", "c1");
        assertThat(bench.state(CODE).usage().waiting()).isEmpty();
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

    @Tag("promise:codes-survive")
    @Test
    void whileTheMarketplaceIsAwayTheAnswerStaysAndTheNextWordComesWhenItIsBack() {
        active();
        bench.market.away = true;
        bench.clock.advance(Duration.ofDays(1));
        bench.check(CODE);
        bench.work();

        assertThat(bench.standing(CODE)).isEqualTo(Standing.ACTIVE);
        assertThat(Standing.seenToday(bench.state(CODE), bench.clock.instant())).isFalse();

        bench.later(Duration.ofHours(3));
        assertThat(bench.findings.open()).as("somebody hears of it").containsOnlyKeys("STUCK|" + CodeId.of(CODE));
        bench.market.away = false;
        bench.later(Duration.ofHours(1));
        assertThat(Standing.seenToday(bench.state(CODE), bench.clock.instant())).isTrue();
        assertThat(bench.findings.open()).isEmpty();
    }

    @Test
    void aFreezeOutlivesTheQueryUntilThatSaysAlive() {
        active();
        bench.tell(CODE, new CodeFrozen());
        bench.market.codes.put(CODE, "EXPIRED");
        bench.clock.advance(Duration.ofDays(1));
        bench.check(CODE);
        bench.work();
        assertThat(bench.standing(CODE)).isEqualTo(Standing.FROZEN);

        bench.market.codes.put(CODE, "ALIVE");
        bench.clock.advance(Duration.ofDays(1));
        bench.check(CODE);
        bench.work();
        assertThat(bench.standing(CODE)).as("the call that said so was lost").isEqualTo(Standing.ACTIVE);
    }

    @Test
    void ofAReleasedCodeNothingIsAskedOrReported() {
        active();
        bench.use(CODE, Entry.client("c1", bench.clock.instant()));
        bench.tell(CODE, new CodeReleased(null));
        bench.market.calls.clear();

        bench.later(Duration.ofHours(1));

        assertThat(bench.market.calls).isEmpty();
        assertThat(bench.standing(CODE)).isEqualTo(Standing.RELEASED);
    }

    @Test
    void usesAreCollectedAndReportedAHundredAtATime() {
        active();
        for (int i = 0; i < 150; i++) {
            bench.use(CODE, Entry.client("c" + i, bench.clock.instant()));
            bench.work();
        }
        bench.use(CODE, Entry.client("c7", bench.clock.instant()));
        bench.work();
        assertThat(bench.market.used).isEmpty();

        bench.later(CodeBench.PAUSE.plusSeconds(2));

        assertThat(bench.market.calls).endsWith("report 100", "report 50");
        assertThat(bench.market.used).hasSize(150).doesNotHaveDuplicates();
        assertThat(bench.entry(CODE).unsettled()).isEmpty();
    }

    /** Each use of a software that is used all the time comes while something else is asked. */
    @Test
    void whatTheMarketplaceTookIsNotSentAgainBecauseOfAUseThatWasStoredMeanwhile() {
        active();
        bench.use(CODE, Entry.client("c1", bench.clock.instant()));
        bench.market.meanwhile = () -> bench.use(CODE, Entry.client("c2", bench.clock.instant()));

        bench.later(CodeBench.PAUSE.plusSeconds(2));

        assertThat(bench.market.calls).containsExactly("report 1");
        assertThat(bench.market.used).extracting(Entry::clientId).containsExactly("c1");
        assertThat(bench.state(CODE).usage().waiting())
                .extracting(Entry::clientId)
                .containsExactly("c2");
        bench.later(CodeBench.PAUSE.plusSeconds(2));
        assertThat(bench.market.used).extracting(Entry::clientId).containsExactly("c1", "c2");
    }

    @Test
    void anActivationAndAQueryAreAnsweredOnceThoughUsesAreStoredMeanwhile() {
        bench.market.sells(CODE);
        bench.activate(CODE);
        bench.market.meanwhile = () -> bench.use(CODE, Entry.client("c1", bench.clock.instant()));
        bench.work();

        assertThat(bench.market.calls).containsExactly("activate", "look");
        assertThat(bench.state(CODE).bought()).isEqualTo(FakeMarket.BOUGHT);
        bench.clock.advance(Duration.ofDays(1));
        bench.check(CODE);
        bench.market.meanwhile = () -> bench.use(CODE, Entry.count(7, bench.clock.instant()));
        bench.market.calls.clear();
        bench.work();
        assertThat(bench.market.calls).containsOnlyOnce("look");
        assertThat(Standing.seenToday(bench.state(CODE), bench.clock.instant())).isTrue();
    }

    /** What the answer says is of before. */
    @Test
    void aRenewalThatComesWhileTheMarketplaceIsAskedHasItAskedAgain() {
        active();
        bench.clock.advance(Duration.ofDays(1));
        bench.check(CODE);
        bench.market.meanwhile = () -> {
            bench.clock.advance(Duration.ofSeconds(1));
            bench.tell(
                    CODE, Codes.term(TermChange.RENEWAL, bench.clock.instant().plus(Duration.ofDays(700))));
        };
        bench.work();

        assertThat(bench.market.calls).containsExactly("look", "look");
    }

    @Test
    void ofACodeThatIsReleasedWhileItIsReportedNothingIsKept() {
        active();
        bench.use(CODE, Entry.client("c1", bench.clock.instant()));
        bench.market.meanwhile = () -> bench.tell(CODE, new CodeReleased(null));

        bench.later(CodeBench.PAUSE.plusSeconds(2));

        assertThat(bench.market.calls).containsExactly("report 1");
        assertThat(bench.standing(CODE)).isEqualTo(Standing.RELEASED);
        assertThat(bench.entry(CODE).unsettled()).isEmpty();
    }

    @Test
    void ofACodeThatIsNotInUseNothingIsReportedUntilItIs() {
        bench.market.sells(CODE);
        bench.use(CODE, Entry.client("c1", bench.clock.instant()));
        bench.later(CodeBench.PAUSE.plusSeconds(2));
        assertThat(bench.market.calls).containsExactly("look");

        bench.activate(CODE);
        bench.work();
        bench.later(CodeBench.PAUSE.plusSeconds(2));

        assertThat(bench.market.used).hasSize(1);
    }

    /** The marketplace took the activation back, or never had it. */
    @Test
    void aReportOfWhatIsNotInUseHasTheQueryDecide() {
        active();
        bench.use(CODE, Entry.client("c1", bench.clock.instant()));
        bench.market.codes.put(CODE, "NEW");

        bench.later(CodeBench.PAUSE.plusSeconds(2));

        assertThat(bench.standing(CODE)).isEqualTo(Standing.NOT_ACTIVATED);
        assertThat(bench.state(CODE).usage().waiting()).hasSize(1);
    }

    @Test
    void entriesThatDidNotPassTheCheckAreAFindingAndNotSentAgain() {
        active();
        bench.market.failing = 1;
        bench.use(CODE, Entry.client("c1", bench.clock.instant()));

        bench.later(CodeBench.PAUSE.plusSeconds(2));

        assertThat(bench.findings.open()).containsOnlyKeys("USAGE_NOT_TAKEN|" + CodeId.of(CODE));
        assertThat(bench.state(CODE).usage().waiting()).isEmpty();
    }

    @Test
    void anEntryThatIsRefusedHasNoOtherWait() {
        active();
        for (int i = 0; i < 150; i++) {
            bench.use(CODE, Entry.client("c" + i, bench.clock.instant()));
        }
        bench.market.malformed.addAll(List.of("c37", "c38", "c149"));

        bench.later(CodeBench.PAUSE.plusSeconds(2));
        for (int i = 0; i < 5; i++) {
            bench.later(Duration.ofMinutes(2));
        }

        assertThat(bench.market.used).hasSize(147).doesNotHaveDuplicates();
        assertThat(bench.state(CODE).usage().waiting()).isEmpty();
        assertThat(bench.findings.open()).containsOnlyKeys("USAGE_NOT_TAKEN|" + CodeId.of(CODE));
        assertThat(bench.market.calls).hasSizeLessThan(60);
    }

    /** Alone, nobody knows whether it is the entry. */
    @Test
    void whatIsRefusedAloneIsGivenUpWhenAnotherOneIsTaken() {
        active();
        bench.market.malformed.add("c1");
        bench.use(CODE, Entry.client("c1", bench.clock.instant()));
        bench.later(CodeBench.PAUSE.plusSeconds(2));
        assertThat(bench.findings.open()).containsOnlyKeys(STOPPED);
        assertThat(bench.state(CODE).usage().waiting()).hasSize(1);

        bench.use(CODE, Entry.client("c2", bench.clock.instant()));
        bench.later(CodeBench.PAUSE.plusSeconds(2));

        assertThat(bench.market.used).extracting(Entry::clientId).containsExactly("c2");
        assertThat(bench.state(CODE).usage().waiting()).isEmpty();
        assertThat(bench.findings.open()).containsOnlyKeys("USAGE_NOT_TAKEN|" + CodeId.of(CODE));
    }

    @Test
    void whenEveryEntryIsRefusedNoneIsGivenUp() {
        active();
        for (int i = 0; i < 150; i++) {
            bench.use(CODE, Entry.client("c" + i, bench.clock.instant()));
        }
        bench.market.refuses = "95000001";

        bench.later(CodeBench.PAUSE.plusSeconds(2));
        bench.use(CODE, Entry.client("another", bench.clock.instant()));
        bench.later(Duration.ofHours(1));

        assertThat(bench.market.calls).hasSizeLessThan(20);
        assertThat(bench.state(CODE).usage().waiting()).hasSize(151);
        assertThat(bench.findings.open()).containsOnlyKeys(STOPPED);
        bench.market.refuses = null;
        bench.retry(CODE);
        bench.work();
        assertThat(bench.market.used).hasSize(151);
        assertThat(bench.findings.open()).isEmpty();
    }

    @Test
    void aRefusedReportIsKeptAndAFinding() {
        active();
        bench.use(CODE, Entry.client("c1", bench.clock.instant()));
        bench.market.refuses = "95000001";

        bench.later(CodeBench.PAUSE.plusSeconds(2));
        assertThat(bench.findings.open()).containsOnlyKeys(STOPPED);
        assertThat(bench.state(CODE).usage().waiting()).hasSize(1);

        bench.market.refuses = null;
        bench.retry(CODE);
        bench.work();
        assertThat(bench.market.used).hasSize(1);
        assertThat(bench.findings.open()).isEmpty();
    }

    @Test
    void aRefusedQueryIsAFindingAndAskedAgainOnTheNextDayOfUse() {
        active();
        bench.market.refuses = "92020002";
        bench.clock.advance(Duration.ofDays(1));
        bench.check(CODE);
        bench.work();
        assertThat(bench.findings.open()).containsOnlyKeys(STOPPED);
        assertThat(bench.standing(CODE)).isEqualTo(Standing.ACTIVE);

        bench.market.refuses = null;
        bench.clock.advance(Duration.ofDays(1));
        bench.check(CODE);
        bench.work();
        assertThat(bench.findings.open()).isEmpty();
    }

    @Test
    void aQueryThatDoesNotSucceedHoldsUpNoReport() {
        active();
        bench.clock.advance(Duration.ofDays(1));
        bench.market.queriesAway = true;
        bench.check(CODE);
        bench.use(CODE, Entry.client("c1", bench.clock.instant()));
        bench.work();
        bench.later(CodeBench.PAUSE.plusSeconds(2));
        assertThat(bench.market.used).hasSize(1);
        assertThat(bench.state(CODE).queryAt()).as("still due").isNotNull();

        bench.market.queriesAway = false;
        bench.market.refusesQueries = "92020002";
        bench.use(CODE, Entry.client("c2", bench.clock.instant()));
        bench.work();
        bench.later(CodeBench.PAUSE.plusSeconds(2));
        assertThat(bench.market.used).hasSize(2);
        assertThat(bench.findings.open()).containsOnlyKeys(STOPPED);
    }

    @Test
    void neitherFindingNorJournalHasTheCode() {
        bench.activate(CODE);
        bench.work();

        assertThat(bench.findings.open().toString()).doesNotContain(CODE);
        assertThat(bench.journal.written().toString()).doesNotContain(CODE);
    }

    @Test
    void aCodeOfWhichOnlyTheMarketplaceSpokeIsLeftAlone() {
        bench.tell(CODE, new CodeFrozen());
        bench.work();

        assertThat(bench.market.calls).isEmpty();
        assertThat(bench.entry(CODE).unsettled()).isEmpty();
    }

    private void active() {
        bench.market.sells(CODE);
        bench.activate(CODE);
        bench.work();
        bench.market.calls.clear();
    }

    private static Attempt nobody() {
        return new Attempt() {

            @Override
            public int number() {
                return 1;
            }

            @Override
            public void holdLease() {
                // Held by nobody else.
            }
        };
    }
}
