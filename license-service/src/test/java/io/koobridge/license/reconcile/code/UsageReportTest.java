package io.koobridge.license.reconcile.code;

import static io.koobridge.license.domain.code.Codes.CODE;
import static io.koobridge.license.reconcile.code.CodeBench.STOPPED;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.license.CodeFact.CodeReleased;
import io.koobridge.events.license.CodeId;
import io.koobridge.license.domain.code.Standing;
import io.koobridge.license.domain.code.Usage.Entry;
import io.koobridge.service.reconcile.Step;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How uses are told to the marketplace, and what becomes of entries that it refuses. */
class UsageReportTest {

    private final CodeBench bench = new CodeBench(false);

    @Test
    void usesAreCollectedAndReportedAHundredAtATime() {
        bench.inUse(CODE);
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

    /** Killed between report and record: at least once. */
    @Test
    void whoeverDiesAfterAReportIsFollowedByOneThatReportsAgain() {
        bench.inUse(CODE);
        bench.use(CODE, Entry.client("c1", bench.clock.instant()));
        bench.work();
        bench.clock.advance(CodeBench.PAUSE);
        assertThat(bench.unrecorded(CODE)).isInstanceOf(Step.Learned.class);

        bench.later(Duration.ofMinutes(1));

        assertThat(bench.market.used).extracting(Entry::clientId).containsExactly("c1", "c1");
        assertThat(bench.state(CODE).usage().waiting()).isEmpty();
    }

    /** Each use of a software that is used all the time comes while something else is asked. */
    @Test
    void whatTheMarketplaceTookIsNotSentAgainBecauseOfAUseThatWasStoredMeanwhile() {
        bench.inUse(CODE);
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
    void ofACodeThatIsReleasedWhileItIsReportedNothingIsKept() {
        bench.inUse(CODE);
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
        bench.inUse(CODE);
        bench.use(CODE, Entry.client("c1", bench.clock.instant()));
        bench.market.codes.put(CODE, "NEW");

        bench.later(CodeBench.PAUSE.plusSeconds(2));

        assertThat(bench.standing(CODE)).isEqualTo(Standing.NOT_ACTIVATED);
        assertThat(bench.state(CODE).usage().waiting()).hasSize(1);
    }

    @Test
    void entriesThatDidNotPassTheCheckAreAFindingAndNotSentAgain() {
        bench.inUse(CODE);
        bench.market.failing = 1;
        bench.use(CODE, Entry.client("c1", bench.clock.instant()));

        bench.later(CodeBench.PAUSE.plusSeconds(2));

        assertThat(bench.findings.open()).containsOnlyKeys("USAGE_NOT_TAKEN|" + CodeId.of(CODE));
        assertThat(bench.state(CODE).usage().waiting()).isEmpty();
    }

    @Test
    void anEntryThatIsRefusedHasNoOtherWait() {
        bench.inUse(CODE);
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
        bench.inUse(CODE);
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
        bench.inUse(CODE);
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
        bench.inUse(CODE);
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
}
