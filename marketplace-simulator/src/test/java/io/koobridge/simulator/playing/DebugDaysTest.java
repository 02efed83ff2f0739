package io.koobridge.simulator.playing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DebugDaysTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @Test
    void fiveFailedDaysInARowFreezeTradingUntilAReplayPasses() {
        FailedDays days = FailedDays.NONE;
        for (int i = 0; i < 4; i++) {
            days = days.replayed(MONDAY.plusDays(i), false).replayed(MONDAY.plusDays(i), false);
        }
        assertThat(days.inARow()).isEqualTo(4);
        assertThat(days.frozen()).isFalse();

        days = days.replayed(MONDAY.plusDays(4), false);
        assertThat(days.frozen()).isTrue();

        assertThat(days.replayed(MONDAY.plusDays(4), true).inARow()).isZero();
    }

    @Test
    void aDayOnWhichOneReplayPassedIsNoFailedDay() {
        FailedDays days =
                FailedDays.NONE.replayed(MONDAY, false).replayed(MONDAY, true).replayed(MONDAY, false);

        assertThat(days.inARow()).isZero();
        assertThat(days.replayed(MONDAY.plusDays(1), false).inARow()).isEqualTo(1);
    }

    @Test
    void daysWithoutReplayNeitherCountNorInterrupt() {
        FailedDays days = FailedDays.NONE.replayed(MONDAY, false).replayed(MONDAY.plusDays(9), false);

        assertThat(days.inARow()).isEqualTo(2);
    }

    @Test
    void theScheduleIsMorningAndAfternoonAtHome() {
        assertThat(DebugReplays.nextTime(Instant.parse("2026-03-02T00:59:59Z"))).isEqualTo("2026-03-02T01:00:00Z");
        assertThat(DebugReplays.nextTime(Instant.parse("2026-03-02T01:00:00Z"))).isEqualTo("2026-03-02T07:00:00Z");
        assertThat(DebugReplays.nextTime(Instant.parse("2026-03-02T07:00:00Z"))).isEqualTo("2026-03-03T01:00:00Z");
    }
}
