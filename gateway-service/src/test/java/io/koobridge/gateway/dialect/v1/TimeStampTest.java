package io.koobridge.gateway.dialect.v1;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeStampTest {

    private static final Instant RECEIVED = Instant.parse("2026-03-31T01:15:08Z");

    @ParameterizedTest
    @CsvSource({
        "20260331011507482, 2026-03-31T01:15:07.482Z",
        "20260331011507,    2026-03-31T01:15:07Z",
        "20230101000000000, 2023-01-01T00:00:00Z",
        "20260331011608000, 2026-03-31T01:16:08Z",
    })
    void aTimeIsInUtc(String timeStamp, Instant time) {
        assertThat(TimeStamp.read(timeStamp, RECEIVED)).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"202603310115074", "20260230000000000", "12345678901234567890", ""})
    void whatIsNoTimeIsWhenItWasReceived(String timeStamp) {
        assertThat(TimeStamp.read(timeStamp, RECEIVED)).isEqualTo(RECEIVED);
    }

    @Test
    void noCallIsMadeInTheFuture() {
        assertThat(TimeStamp.read("20260331011608001", RECEIVED)).isEqualTo(RECEIVED);
        assertThat(TimeStamp.read("20991231235959000", RECEIVED)).isEqualTo(RECEIVED);
    }
}
