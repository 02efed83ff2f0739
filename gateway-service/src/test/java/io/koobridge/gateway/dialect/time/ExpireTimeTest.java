package io.koobridge.gateway.dialect.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpireTimeTest {

    @ParameterizedTest
    @CsvSource({
        "20261027155959, 2026-10-27T15:59:59Z",
        "20261027155959000, 2026-10-27T15:59:59Z",
        "20240229000000123, 2024-02-29T00:00:00.123Z",
        "99991231235959999, 9999-12-31T23:59:59.999Z",
    })
    void fourteenOrSeventeenDigitsAreATimeInUtc(String text, Instant expected) {
        assertThat(ExpireTime.read(text)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "20260230000000",
                "20250229000000",
                "20261301000000",
                "20260100000000",
                "20261027240000",
                "20261027156000",
                "20261027155960",
                "2026102715595",
                "202610271559590",
                "2026102715595900",
                "202610271559590000",
                "+2026102715595",
                "-20261027155959",
                "2026-10-27T15:59",
                "20261027 15:59",
                "２０２６１０２７１５５９５９",
                "20261027155959\n",
                "2.0261027155959E13",
                "123456789",
                "",
            })
    void anythingElseIsNone(String text) {
        assertThat(ExpireTime.read(text)).isEmpty();
    }

    @Property
    void whateverTheDigitsAreTheyAreReadOrNot(@ForAll long digits) {
        var read = ExpireTime.read("%017d".formatted(Math.floorMod(digits, 100_000_000_000_000_000L)));

        assertThat(read).satisfiesAnyOf(time -> assertThat(time).isEmpty(), time -> assertThat(time.orElseThrow())
                .isBetween("0000-01-01T00:00:00Z", "9999-12-31T23:59:59.999Z"));
    }
}
