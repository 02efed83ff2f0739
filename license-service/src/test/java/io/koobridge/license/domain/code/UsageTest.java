package io.koobridge.license.domain.code;

import static io.koobridge.license.domain.code.Codes.CODE;
import static io.koobridge.license.domain.code.Codes.NOW;
import static io.koobridge.license.domain.code.Codes.active;
import static io.koobridge.license.domain.code.Codes.used;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.Outcome;
import io.koobridge.events.Outcome.Unchanged;
import io.koobridge.license.domain.code.Usage.Entry;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class UsageTest {

    private static final Instant TOMORROW = NOW.plus(Duration.ofDays(1));

    @Test
    void aClientOfADayIsReportedOnce() {
        var used = used(active(), Entry.client("c1", NOW), NOW);
        assertThat(use(used, Entry.client("c1", NOW))).isEqualTo(new Unchanged<>());

        var reported = Learning.reported(used, used.usage().waiting(), NOW, NOW);
        assertThat(reported.usage().waiting()).isEmpty();
        assertThat(reported.usage().since()).isNull();
        assertThat(use(reported, Entry.client("c1", NOW))).isEqualTo(new Unchanged<>());
        assertThat(use(reported, Entry.client("c1", TOMORROW))).isInstanceOf(Outcome.Applied.class);
    }

    @Test
    void theHighestCountOfADayIsReportedAndAgainWhenItGrows() {
        var used = used(used(active(), Entry.count(40, NOW), NOW), Entry.count(42, NOW), NOW);
        assertThat(used.usage().waiting()).containsExactly(Entry.count(42, NOW));
        assertThat(use(used, Entry.count(41, NOW))).isEqualTo(new Unchanged<>());

        var reported = Learning.reported(used, used.usage().waiting(), NOW, NOW);
        assertThat(use(reported, Entry.count(42, NOW))).isEqualTo(new Unchanged<>());
        assertThat(use(reported, Entry.count(43, NOW))).isInstanceOf(Outcome.Applied.class);
        assertThat(use(reported, Entry.count(1, TOMORROW))).isInstanceOf(Outcome.Applied.class);
    }

    @Test
    void yesterdaysCountIsNotLostByTodays() {
        var used = used(used(active(), Entry.count(42, NOW), NOW), Entry.count(5, TOMORROW), TOMORROW);

        assertThat(used.usage().waiting()).containsExactly(Entry.count(42, NOW), Entry.count(5, TOMORROW));
        var reported = Learning.reported(used, used.usage().waiting(), TOMORROW, TOMORROW);
        assertThat(use(reported, Entry.count(6, TOMORROW)))
                .as("42 was another day's")
                .isInstanceOf(Outcome.Applied.class);
    }

    @Test
    void usesAreCollectedBeforeTheyAreReported() {
        var used = used(active(), Entry.client("c1", NOW), NOW);
        used = used(used, Entry.client("c2", NOW), NOW.plus(Duration.ofMinutes(9)));

        assertThat(used.usage().due(NOW.plus(Duration.ofMinutes(10)).minusMillis(1)))
                .isFalse();
        assertThat(used.usage().due(NOW.plus(Duration.ofMinutes(10)))).isTrue();
        assertThat(used.usage().since()).isEqualTo(NOW);
    }

    @Test
    void aCodeHasAThousandClientsADayAndNoMore() {
        var usage = Usage.NONE;
        for (int i = 0; i < Usage.CLIENTS_AT_MOST; i++) {
            usage = usage.with(Entry.client("c" + i, NOW), NOW, NOW);
        }
        var full = active().withUsage(usage);

        assertThat(CodeWishes.full(full, Entry.client("one more", NOW))).isTrue();
        assertThat(use(full, Entry.client("one more", NOW))).isEqualTo(new Unchanged<>());
        assertThat(CodeWishes.full(full, Entry.client("c7", NOW)))
                .as("one that is known")
                .isFalse();
        assertThat(CodeWishes.full(full, Entry.count(5_000, NOW))).isFalse();
        var reported = Learning.reported(full, usage.waiting(), NOW, NOW);
        assertThat(CodeWishes.full(reported, Entry.client("one more", NOW))).isTrue();
        assertThat(CodeWishes.full(reported, Entry.client("one more", TOMORROW)))
                .isFalse();
    }

    @Test
    void whileTheMarketplaceIsAwayTheCountsOfAMonthAreKept() {
        var usage = Usage.NONE;
        for (int day = 0; day < 40; day++) {
            var at = NOW.plus(Duration.ofDays(day));
            usage = usage.with(Entry.count(day, at), at, at);
        }

        assertThat(usage.waiting()).hasSize(31);
        assertThat(usage.waiting().getLast().activeCount()).isEqualTo(39);
    }

    @Test
    void whatWasRefusedIsTriedAgainOnAnotherDay() {
        var refused = Learning.notReportable(used(active(), Entry.client("c1", NOW), NOW), "no");

        assertThat(refused.usage().due(TOMORROW)).isFalse();
        assertThat(used(refused, Entry.client("c2", NOW), NOW).usage().due(TOMORROW))
                .isFalse();
        assertThat(used(refused, Entry.client("c2", TOMORROW), TOMORROW).usage().due(TOMORROW.plusSeconds(600)))
                .isTrue();
    }

    /** A software with one client has no other that could have it sent again. */
    @Test
    void whatWasRefusedIsTriedAgainOnAnotherDayOfTheSameClient() {
        var refused = Learning.notReportable(used(active(), Entry.client("c1", NOW), NOW), "no");

        var again = used(refused, Entry.client("c1", TOMORROW), TOMORROW);

        assertThat(again.usage().due(TOMORROW.plusSeconds(600))).isTrue();
        assertThat(again.usage().waiting()).containsExactly(Entry.client("c1", TOMORROW));
    }

    /** Whoever waited over night, or was on the way at midnight, was used today too. */
    @Test
    void aUseOfTodayIsNotCoveredByAReportOfYesterdays() {
        var yesterday = used(active(), Entry.client("c1", NOW), NOW);

        var reported = Learning.reported(yesterday, yesterday.usage().waiting(), TOMORROW, TOMORROW);
        assertThat(use(reported, Entry.client("c1", TOMORROW))).isInstanceOf(Outcome.Applied.class);
        var both = used(yesterday, Entry.client("c1", TOMORROW), TOMORROW);
        assertThat(Learning.reported(both, yesterday.usage().waiting(), TOMORROW, TOMORROW)
                        .usage()
                        .waiting())
                .containsExactly(Entry.client("c1", TOMORROW));
    }

    @Test
    void whatIsToldOnADayIsReportedOnThatDay() {
        var pause = Duration.ofHours(12);
        var midnight = Instant.parse("2026-11-22T16:00:00Z");

        assertThat(new CodeWishes.Due(NOW, pause).at()).isEqualTo(midnight.minus(Duration.ofMinutes(5)));
        assertThat(new CodeWishes.Due(NOW, Duration.ofHours(1)).at()).isEqualTo(NOW.plus(Duration.ofHours(1)));
        var late = midnight.minusSeconds(10);
        assertThat(new CodeWishes.Due(late, pause).at()).isEqualTo(late);
    }

    @Test
    void ofACodeThatIsNotKnownTheMarketplaceIsAskedFirst() {
        var used = Codes.applied(
                CodeWishes.use(null, CODE, Entry.client("c1", NOW), new CodeWishes.Due(NOW, Duration.ZERO)));

        assertThat(used.queryAt()).isEqualTo(NOW);
        assertThat(used.usage().waiting()).hasSize(1);
    }

    private static Outcome<AuthorizationCode> use(AuthorizationCode code, Entry entry) {
        return CodeWishes.use(code, CODE, entry, new CodeWishes.Due(NOW, Duration.ofMinutes(10)));
    }
}
