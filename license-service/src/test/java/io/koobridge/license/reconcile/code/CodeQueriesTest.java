package io.koobridge.license.reconcile.code;

import static io.koobridge.license.domain.code.Codes.CODE;
import static io.koobridge.license.reconcile.code.CodeBench.STOPPED;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.instance.TermChange;
import io.koobridge.events.license.CodeFact.CodeFrozen;
import io.koobridge.events.license.CodeFact.CodeReleased;
import io.koobridge.events.license.CodeId;
import io.koobridge.license.domain.code.Codes;
import io.koobridge.license.domain.code.Standing;
import io.koobridge.license.domain.code.Usage.Entry;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** When the marketplace is asked what a code is, and what becomes of the answer. */
class CodeQueriesTest {

    private final CodeBench bench = new CodeBench(false);

    @Tag("promise:codes-survive")
    @Test
    void whileTheMarketplaceIsAwayTheAnswerStaysAndTheNextWordComesWhenItIsBack() {
        bench.inUse(CODE);
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
        bench.inUse(CODE);
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
        bench.inUse(CODE);
        bench.use(CODE, Entry.client("c1", bench.clock.instant()));
        bench.tell(CODE, new CodeReleased(null));
        bench.market.calls.clear();

        bench.later(Duration.ofHours(1));

        assertThat(bench.market.calls).isEmpty();
        assertThat(bench.standing(CODE)).isEqualTo(Standing.RELEASED);
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
        bench.inUse(CODE);
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
    void aRefusedQueryIsAFindingAndAskedAgainOnTheNextDayOfUse() {
        bench.inUse(CODE);
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
        bench.inUse(CODE);
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
    void aCodeOfWhichOnlyTheMarketplaceSpokeIsLeftAlone() {
        bench.tell(CODE, new CodeFrozen());
        bench.work();

        assertThat(bench.market.calls).isEmpty();
        assertThat(bench.entry(CODE).unsettled()).isEmpty();
    }
}
