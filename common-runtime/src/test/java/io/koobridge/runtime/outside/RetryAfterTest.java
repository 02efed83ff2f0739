package io.koobridge.runtime.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "0, PT0S",
        " 30 , PT30S",
        "3600, PT1H",
        "3601, PT1H",
        "999999999999999999, PT1H",
        "'Mon, 05 Jan 2026 08:01:00 GMT', PT1M",
        "'Mon, 05 Jan 2026 07:59:00 GMT', PT0S",
        "'Tue, 05 Jan 2027 08:00:00 GMT', PT1H"
    })
    void secondsAndDatesAreReadAndAnHourIsTheMost(String header, Duration wait) {
        assertThat(RetryAfter.of(header, NOW)).isEqualTo(wait);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "-1", "1.5", "soon", "9999999999999999999", "Mon, 99 Jan 2026 08:01:00 GMT"})
    void whatSaysNothingIsNone(String header) {
        assertThat(RetryAfter.of(header, NOW)).isNull();
    }

    @Test
    void theClockOfTheOtherSideMayBeFarAway() {
        assertThat(RetryAfter.of("Fri, 31 Dec 9999 23:59:59 GMT", Instant.MIN)).isEqualTo(RetryAfter.LONGEST);
    }
}
