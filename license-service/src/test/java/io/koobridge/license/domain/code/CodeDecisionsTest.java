package io.koobridge.license.domain.code;

import static io.koobridge.license.domain.code.Codes.CODE;
import static io.koobridge.license.domain.code.Codes.END;
import static io.koobridge.license.domain.code.Codes.NOW;
import static io.koobridge.license.domain.code.Codes.active;
import static io.koobridge.license.domain.code.Codes.after;
import static io.koobridge.license.domain.code.Codes.event;
import static io.koobridge.license.domain.code.Codes.term;
import static io.koobridge.license.domain.code.Codes.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.Outcome.Applied;
import io.koobridge.events.Outcome.Refused;
import io.koobridge.events.Outcome.Stale;
import io.koobridge.events.Outcome.Unchanged;
import io.koobridge.events.Reason;
import io.koobridge.events.instance.TermChange;
import io.koobridge.events.license.CodeFact;
import io.koobridge.events.license.CodeFact.CodeFrozen;
import io.koobridge.events.license.CodeFact.CodeReleased;
import io.koobridge.events.license.CodeFact.CodeUnfrozen;
import io.koobridge.license.domain.code.CodeDecisions.Unseen;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CodeDecisionsTest {

    private static final CodeFact FROZEN = new CodeFrozen();
    private static final CodeFact UNFROZEN = new CodeUnfrozen();
    private static final CodeFact RELEASED = new CodeReleased(null);

    static Stream<CodeFact> facts() {
        return Stream.of(FROZEN, UNFROZEN, RELEASED, term(TermChange.RENEWAL, END));
    }

    @ParameterizedTest
    @MethodSource("facts")
    void ofACodeThatWasNeverSeenEverythingIsASuccessAndIsRemembered(CodeFact fact) {
        assertThat(told(null, "f1", fact, NOW)).isInstanceOf(Applied.class);
        assertThat(after(null, "f1", fact, NOW).code()).as("nobody needs it").isNull();
    }

    @ParameterizedTest
    @MethodSource("facts")
    void ofACodeThatWasNeverSeenEverythingIsRefusedWhereThatIsWanted(CodeFact fact) {
        assertThat(CodeDecisions.decide(null, event("f1", fact, NOW), Unseen.REFUSE))
                .isEqualTo(new Refused<>(Reason.UNKNOWN_CODE));
        assertThat(CodeDecisions.decide(active(), event("f1", fact, NOW), Unseen.REFUSE))
                .isInstanceOf(Applied.class);
    }

    @ParameterizedTest
    @MethodSource("facts")
    void whatComesAgainChangesNothing(CodeFact fact) {
        var once = after(active(), "f1", fact, NOW);

        assertThat(told(once, "f1", fact, NOW)).isEqualTo(new Unchanged<>());
        assertThat(told(once, "f1", fact, NOW.plusSeconds(60))).isEqualTo(new Unchanged<>());
    }

    @Test
    void aReleaseIsFinalAndItsRepeatASuccess() {
        var released = after(active(), "f1", RELEASED, NOW);

        assertThat(Standing.of(released, NOW)).isEqualTo(Standing.RELEASED);
        assertThat(told(released, "f2", RELEASED, NOW.plusSeconds(60))).isEqualTo(new Unchanged<>());
        assertThat(told(released, "f3", UNFROZEN, NOW.plusSeconds(60))).isEqualTo(new Refused<>(Reason.RELEASED));
        assertThat(told(released, "f4", term(TermChange.RENEWAL, END), NOW.plusSeconds(60)))
                .isEqualTo(new Refused<>(Reason.RELEASED));
        assertThat(CodeWishes.activate(released, CODE, null, NOW.plusSeconds(600)))
                .isEqualTo(new Unchanged<>());
    }

    @Test
    void aReleaseIsNeverTooLate() {
        var frozen = after(active(), "f1", FROZEN, NOW);

        assertThat(told(frozen, "f2", RELEASED, NOW.minus(Duration.ofDays(1)))).isInstanceOf(Applied.class);
    }

    @Test
    void moreThanFiveSecondsOlderIsStaleAndWithinTheOrderOfTheTopicDecides() {
        var frozen = after(active(), "f1", FROZEN, NOW);

        assertThat(told(frozen, "f2", UNFROZEN, NOW.minusMillis(5_001))).isInstanceOf(Stale.class);
        var thawed = after(frozen, "f2", UNFROZEN, NOW.minusSeconds(5));
        assertThat(Standing.of(thawed, NOW)).isEqualTo(Standing.ACTIVE);
        assertThat(told(thawed, "f3", FROZEN, NOW.minusMillis(5_001)))
                .as("time never goes back")
                .isInstanceOf(Stale.class);
    }

    @Test
    void eachPartHasItsOwnTime() {
        var frozen = after(active(), "f1", FROZEN, NOW.plusSeconds(60));

        assertThat(told(frozen, "f2", term(TermChange.RENEWAL, END.plusSeconds(1)), NOW.plusSeconds(30)))
                .as("the end is older than the freeze and newer than the end that was known")
                .isInstanceOf(Applied.class);
    }

    @Test
    void aRenewalNeverShortensAndItsCancellationIsTakenAsSent() {
        var later = NOW.plusSeconds(60);
        var earlierEnd = END.minus(Duration.ofDays(30));

        var renewed = after(active(), "f1", term(TermChange.RENEWAL, earlierEnd), later);
        assertThat(Objects.requireNonNull(renewed.expiry()).value()).isEqualTo(END);

        var cancelled = after(renewed, "f2", term(TermChange.UNSUBSCRIBE_RENEWAL_PERIOD, earlierEnd), later);
        assertThat(Objects.requireNonNull(cancelled.expiry()).value()).isEqualTo(earlierEnd);
    }

    @Test
    void whatARenewalTellsOfTheProductIsKnownThenAndTheMarketplaceIsAsked() {
        var renewed = after(active(), "f1", term(TermChange.RENEWAL, END.plusSeconds(1)), NOW.plusSeconds(60));

        assertThat(renewed.bought()).isEqualTo(new Bought("OFFI1", 5L, "CS2"));
        assertThat(renewed.queryAt()).isEqualTo(NOW.plusSeconds(60));
        assertThat(after(null, "f1", term(TermChange.RENEWAL, END), NOW).queryAt())
                .as("nobody uses it here")
                .isNull();
    }

    @Test
    void sixteenFactsAreRemembered() {
        var code = active();
        for (int i = 0; i < 17; i++) {
            code = after(code, "f" + i, i % 2 == 0 ? FROZEN : UNFROZEN, NOW.plusSeconds(i));
        }

        assertThat(code.memory()).hasSize(16).startsWith("f16").endsWith("f1");
    }

    @Test
    void aPersonHasWhatWasRefusedTriedAgain() {
        var refused = Learning.refused(Codes.wished(), new Activation.Answer("92020002", "no"));

        assertThat(Codes.applied(CodeDecisions.retry(refused)).activation().due(NOW))
                .isTrue();
        var waiting = Learning.notYet(
                Codes.wished(), new Activation.Answer("92020004", "not collected"), NOW.plusSeconds(600));
        assertThat(Codes.applied(CodeDecisions.retry(waiting)).activation().due(NOW))
                .isTrue();
        assertThat(CodeDecisions.retry(active())).isEqualTo(new Unchanged<>());
        assertThat(CodeDecisions.retry(null)).isEqualTo(new Unchanged<>());
        var unreported = Learning.notReportable(
                Codes.used(active(), Usage.Entry.client("c1", NOW), NOW), "the marketplace answered 92020002: no");
        assertThat(Codes.applied(CodeDecisions.retry(unreported)).usage().due(NOW))
                .isTrue();
    }

    @Test
    void anotherEffectTimeIsTriedAtOnceAfterARefusal() {
        var refused = Learning.refused(Codes.wished(), new Activation.Answer("92020002", "no"));

        assertThat(CodeWishes.activate(refused, CODE, null, NOW.plusSeconds(1))).isEqualTo(new Unchanged<>());
        var corrected = Codes.applied(CodeWishes.activate(refused, CODE, NOW.minusSeconds(9), NOW.plusSeconds(1)));
        assertThat(corrected.activation().due(NOW.plusSeconds(1))).isTrue();
        assertThat(corrected.activation().answer())
                .as("that was about another time")
                .isNull();
    }

    @Test
    void whoeverWaitsIsTriedAgainOnceAMinute() {
        assertThat(CodeWishes.activate(Codes.wished(), CODE, null, NOW.plusSeconds(59)))
                .isEqualTo(new Unchanged<>());
        assertThat(CodeWishes.activate(Codes.wished(), CODE, null, NOW.plusSeconds(60)))
                .isInstanceOf(Applied.class);

        var waiting = Learning.notYet(Codes.wished(), new Activation.Answer("92020004", "no"), NOW.plusSeconds(600));
        var another = Codes.applied(CodeWishes.activate(waiting, CODE, NOW.minusSeconds(9), NOW.plusSeconds(1)));
        assertThat(another.activation().effectiveAt()).isEqualTo(NOW.minusSeconds(9));
        assertThat(another.activation().due(NOW.plusSeconds(1)))
                .as("a new time each second does not have it asked each second")
                .isFalse();
    }

    /** Corrected while the first one was on its way. */
    @Test
    void aRefusalOfOneEffectTimeSaysNothingOfAnotherOne() {
        var asked = Codes.wished();
        var corrected = Codes.applied(CodeWishes.activate(asked, CODE, NOW.minusSeconds(9), NOW.plusSeconds(1)));

        assertThat(Learning.answered(
                        corrected, asked, code -> Learning.refused(code, new Activation.Answer("92020002", "no"))))
                .isEqualTo(corrected);
    }

    @Test
    void noCodeAndNoClientStandsInText() {
        assertThat(Codes.used(active(), Usage.Entry.client("client-1", NOW), NOW)
                        .toString())
                .doesNotContain(CODE)
                .doesNotContain("client-1");
    }
}
