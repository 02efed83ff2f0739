package io.koobridge.license.domain.code;

import static io.koobridge.license.domain.code.Codes.CODE;
import static io.koobridge.license.domain.code.Codes.END;
import static io.koobridge.license.domain.code.Codes.NOW;
import static io.koobridge.license.domain.code.Codes.active;
import static io.koobridge.license.domain.code.Codes.after;
import static io.koobridge.license.domain.code.Codes.seen;
import static io.koobridge.license.domain.code.Codes.term;
import static io.koobridge.license.domain.code.Codes.wished;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.Outcome.Applied;
import io.koobridge.events.Outcome.Unchanged;
import io.koobridge.events.instance.TermChange;
import io.koobridge.events.license.CodeFact.CodeFrozen;
import io.koobridge.events.license.CodeFact.CodeUnfrozen;
import io.koobridge.license.domain.code.Sighting.Status;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class StandingTest {

    @Test
    void whatIsAliveMayBeUsed() {
        assertThat(Standing.of(active(), NOW)).isEqualTo(Standing.ACTIVE);
        assertThat(Standing.of(wished(), NOW)).isEqualTo(Standing.NOT_ACTIVATED);
    }

    @Tag("promise:codes-survive")
    @Test
    void theAnswerStaysWhileTheMarketplaceIsAwayUntilWhatWasPaidForEnds() {
        assertThat(Standing.of(active(), NOW.plus(Duration.ofDays(20)))).isEqualTo(Standing.ACTIVE);
        assertThat(Standing.seenToday(active(), NOW.plus(Duration.ofDays(20)))).isFalse();
        assertThat(Standing.of(active(), END.minusMillis(1))).isEqualTo(Standing.ACTIVE);
        assertThat(Standing.of(active(), END)).isEqualTo(Standing.EXPIRED);
    }

    @Tag("promise:codes-survive")
    @Test
    void aRenewalThatTheMarketplaceToldCountsBeforeItIsAsked() {
        var expired = seen(active(), Status.EXPIRED, END.plusSeconds(1));
        var now = END.plus(Duration.ofDays(1));

        assertThat(Standing.of(expired, now)).isEqualTo(Standing.EXPIRED);
        var renewed = after(expired, "f1", term(TermChange.RENEWAL, END.plus(Duration.ofDays(365))), now);
        assertThat(Standing.of(renewed, now)).isEqualTo(Standing.ACTIVE);
    }

    @Test
    void aFreezeCountsUntilItIsTakenBackWhateverAQueryOfTheSameHourSays() {
        var frozen = after(active(), "f1", new CodeFrozen(), NOW);

        var lookedAt = seen(frozen, Status.ALIVE, NOW.plusSeconds(60));

        assertThat(Standing.of(lookedAt, NOW)).isEqualTo(Standing.FROZEN);
        assertThat(Standing.of(after(lookedAt, "f2", new CodeUnfrozen(), NOW.plusSeconds(61)), NOW))
                .isEqualTo(Standing.ACTIVE);
    }

    /** Calls are optional and may be lost; the query decides (license §5.4, §9.15). */
    @Test
    void aFreezeWhoseEndWasNeverToldIsOverWhenALaterQuerySaysAlive() {
        var frozen = after(active(), "f1", new CodeFrozen(), NOW);

        assertThat(Standing.of(seen(frozen, Status.ALIVE, NOW.plusSeconds(7_199)), NOW))
                .isEqualTo(Standing.FROZEN);
        assertThat(Standing.of(seen(frozen, Status.EXPIRED, NOW.plusSeconds(7_200)), NOW))
                .isEqualTo(Standing.FROZEN);
        var thawed = seen(frozen, Status.ALIVE, NOW.plusSeconds(7_200));
        assertThat(Standing.of(thawed, NOW)).isEqualTo(Standing.ACTIVE);
        assertThat(Standing.of(after(thawed, "f2", new CodeFrozen(), NOW.plusSeconds(7_300)), NOW))
                .as("frozen once more")
                .isEqualTo(Standing.FROZEN);
    }

    @Test
    void whatTheMarketplaceSaysAfterTheEndCounts() {
        assertThat(Standing.of(
                        Learning.looked(
                                active(),
                                new CodeMarket.Looked(
                                        new Sighting(END.plusSeconds(1), Status.ALIVE, null), null, Bought.UNTOLD)),
                        END.plusSeconds(2)))
                .isEqualTo(Standing.ACTIVE);
        assertThat(Standing.of(seen(active(), Status.RELEASED, NOW), NOW)).isEqualTo(Standing.RELEASED);
        assertThat(Standing.of(seen(active(), Status.UNKNOWN, NOW), NOW)).isEqualTo(Standing.UNKNOWN);
        assertThat(Standing.of(seen(active(), Status.NOT_ACTIVATED, NOW), NOW)).isEqualTo(Standing.NOT_ACTIVATED);
    }

    @Test
    void aCodeThatWasActivatedWithoutUsIsFoundInUse() {
        var asked = Codes.applied(CodeWishes.check(null, CODE, NOW));

        assertThat(Standing.of(asked, NOW)).isEqualTo(Standing.UNKNOWN);
        assertThat(Standing.of(seen(asked, Status.ALIVE, NOW), NOW)).isEqualTo(Standing.ACTIVE);
    }

    @Test
    void theMarketplaceIsAskedOnceADayInBeijing() {
        var evening = Instant.parse("2026-11-22T15:59:59Z");
        var nextDay = Instant.parse("2026-11-22T16:00:00Z");

        assertThat(CodeWishes.check(active(), CODE, evening)).isEqualTo(new Unchanged<>());
        var asked = Codes.applied(CodeWishes.check(active(), CODE, nextDay));
        assertThat(CodeWishes.check(asked, CODE, nextDay.plusSeconds(60))).isEqualTo(new Unchanged<>());
        assertThat(CodeWishes.check(asked, CODE, nextDay.plus(Duration.ofDays(1))))
                .as("whatever became of yesterday's question")
                .isInstanceOf(Applied.class);
    }

    /** The query is authoritative; what the activation says of the end is an estimate, and what is told later is newer. */
    @Test
    void theEndIsTheQuerysUnlessSomethingNewerWasTold() {
        var activated = Learning.activated(wished(), new CodeMarket.Activated(Bought.UNTOLD, END.plusSeconds(9)), NOW);
        assertThat(activated.expiry()).isNotNull().extracting(Told::value).isEqualTo(END.plusSeconds(9));
        assertThat(seen(activated, Status.ALIVE, NOW).expiry())
                .isNotNull()
                .extracting(Told::value)
                .isEqualTo(END);
        var cancelled = after(
                activated, "f1", term(TermChange.UNSUBSCRIBE_RENEWAL_PERIOD, END.minusSeconds(9)), NOW.plusSeconds(60));
        assertThat(seen(cancelled, Status.ALIVE, NOW).expiry())
                .isNotNull()
                .extracting(Told::value)
                .isEqualTo(END.minusSeconds(9));
    }
}
