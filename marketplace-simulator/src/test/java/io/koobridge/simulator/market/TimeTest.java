package io.koobridge.simulator.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class TimeTest {
    private static final Instant ORIGIN = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void writesTheTimesOfTheDocumentedSampleOrder() {
        Instant created = Instant.parse("2022-07-26T06:47:36Z");

        assertThat(MarketTime.written(created)).isEqualTo("20220726064736");
        assertThat(MarketTime.written(MarketTime.endOfDay(created, new Period(Period.Unit.YEAR, 1))))
                .isEqualTo("20230726155959");
    }

    @Test
    void countsDaysAtHome() {
        // 23:00 UTC is the next morning in UTC+8.
        Instant created = Instant.parse("2026-03-01T23:00:00Z");

        assertThat(MarketTime.written(MarketTime.endOfDay(created, new Period(Period.Unit.DAY, 15))))
                .isEqualTo("20260317155959");
    }

    @Property
    void aPeriodAlwaysEndsWithTheDayAtHomeAndNeverEarlierThanBought(
            @ForAll @LongRange(min = 0, max = 4_000_000_000L) long epochSecond,
            @ForAll @IntRange(min = 1, max = 400) int days) {
        Instant created = Instant.ofEpochSecond(epochSecond);

        Instant end = MarketTime.endOfDay(created, new Period(Period.Unit.DAY, days));

        assertThat(MarketTime.written(end)).endsWith("155959");
        assertThat(Duration.between(created, end)).isBetween(Duration.ofDays(days), Duration.ofDays(days + 1));
    }

    @Test
    void marketplaceTimeRunsFasterFromTheOriginOn() {
        BusinessClock clock = new BusinessClock(at(ORIGIN.plusSeconds(2)), ORIGIN, 1800);

        assertThat(clock.now()).isEqualTo(ORIGIN.plus(Duration.ofHours(1)));
        assertThat(clock.realTimeUntil(ORIGIN.plus(Duration.ofHours(2)))).isEqualTo(Duration.ofSeconds(2));
        assertThat(clock.realTimeUntil(ORIGIN)).isZero();
        assertThat(clock.compressed(Duration.ofSeconds(1))).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void beforeTheOriginItIsRealTime() {
        Instant before = ORIGIN.minusSeconds(60);

        assertThat(new BusinessClock(at(before), ORIGIN, 1800).now()).isEqualTo(before);
    }

    @Test
    void uncompressedItIsRealTime() {
        assertThat(BusinessClock.uncompressed(at(ORIGIN)).now()).isEqualTo(ORIGIN);
    }

    private static Clock at(Instant instant) {
        return Clock.fixed(instant, ZoneOffset.UTC);
    }
}
