package io.koobridge.gateway.dialect.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LicenseTimeTest {

    private static final long FIRST = Instant.parse("0000-01-01T00:00:00Z").getEpochSecond();
    private static final long LAST = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

    /** Everything that license §3.5 asks for, and what ISO-8601 has besides. */
    private static final List<String> BETWEEN = List.of(" ", "T", "t", "  ");

    private static final List<String> UTC =
            List.of("", "z", "Z", " z", " Z", "UTC", " UTC", " utc", "+00:00", " +0000");

    @ParameterizedTest
    @CsvSource({
        "2023-10-27 10:30:15 z,            2023-10-27T10:30:15Z",
        "2023-10-27 10:30:15 Z,            2023-10-27T10:30:15Z",
        "2023-10-27 10:30:15z,             2023-10-27T10:30:15Z",
        "2023-10-27 10:30:15 UTC,          2023-10-27T10:30:15Z",
        "2023-10-27 10:30:15,              2023-10-27T10:30:15Z",
        "2023-10-27T10:30:15Z,             2023-10-27T10:30:15Z",
        "2023-10-27T10:30:15.123Z,         2023-10-27T10:30:15.123Z",
        "2023-10-27T18:30:15+08:00,        2023-10-27T10:30:15Z",
        "2023-10-27T18:30:15+0800,         2023-10-27T10:30:15Z",
        "2024-02-29 00:00:00 z,            2024-02-29T00:00:00Z",
        "20231027103015,                   2023-10-27T10:30:15Z",
        "20231027103015123,                2023-10-27T10:30:15.123Z",
        "'  2023-10-27 10:30:15 z ',       2023-10-27T10:30:15Z",
    })
    void everyFormThatSomebodyPrintedIsRead(String text, Instant expected) {
        assertThat(LicenseTime.read(text)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "z",
                "2023-10-27",
                "10:30:15 z",
                "2023-10-27 10:30 z",
                "2023-02-29 00:00:00 z",
                "2023-13-01 00:00:00 z",
                "2023-10-27 24:00:00 z",
                "2023-10-27 10:60:00 z",
                "2023-10-27 10:30:60 z",
                "2023-10-27 10:30:15 CST",
                "2023-10-27 10:30:15 zz",
                "2023-10-27T10:30:15+19:00",
                "2023-10-27T10:30:15+8",
                "23-10-27 10:30:15 z",
                "12023-10-27 10:30:15 z",
                "-2023-10-27 10:30:15 z",
                "27-10-2023 10:30:15 z",
                "2023/10/27 10:30:15 z",
                "2023-10-2710:30:15 z",
                "２０２３-10-27 10:30:15 z",
                "1698402615000",
                "1698402615",
                "123456789",
                "tomorrow",
            })
    void nonsenseIsNoTime(String text) {
        assertThat(LicenseTime.read(text)).isEmpty();
    }

    @Property
    void everySecondIsReadInEveryForm(
            @ForAll @LongRange(min = -62_167_219_200L, max = 253_402_300_799L) long second,
            @ForAll @IntRange(max = 3) int between,
            @ForAll @IntRange(max = 9) int utc) {
        var time = LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC);
        var text = DateTimeFormatter.ofPattern("uuuu-MM-dd").format(time)
                + BETWEEN.get(between)
                + DateTimeFormatter.ofPattern("HH:mm:ss").format(time)
                + UTC.get(utc);

        assertThat(LicenseTime.read(text)).contains(Instant.ofEpochSecond(second));
    }

    @Property
    void anyTextIsReadOrNot(@ForAll String text) {
        assertThat(LicenseTime.read(text))
                .satisfiesAnyOf(
                        time -> assertThat(time).isEmpty(),
                        time -> assertThat(time.orElseThrow().getEpochSecond()).isBetween(FIRST, LAST));
    }

    /** A zone may move the ends of time by less than a day. */
    @Property
    void anyPartsAreReadOrNot(
            @ForAll @IntRange(max = 99_999) int year,
            @ForAll @IntRange(max = 99) int month,
            @ForAll @IntRange(max = 99) int hour,
            @ForAll @IntRange(min = -99, max = 99) int offset) {
        var read = LicenseTime.read("%04d-%02d-%02dT%02d:00:00%+03d:00".formatted(year, month, month, hour, offset));

        assertThat(read.isPresent())
                .isEqualTo(year <= 9999 && month >= 1 && month <= 12 && hour <= 23 && Math.abs(offset) <= 18);
    }
}
