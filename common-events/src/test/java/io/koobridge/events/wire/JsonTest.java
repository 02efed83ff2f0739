package io.koobridge.events.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.koobridge.events.instance.ChargingMode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

class JsonTest {

    record Everything(
            @Nullable Instant at,
            @Nullable Long count,
            @Nullable BigDecimal amount,
            @Nullable ChargingMode mode,
            @Nullable Boolean yes,
            @Nullable List<String> names) {

        static final Everything NOTHING = new Everything(null, null, null, null, null, null);
    }

    @Test
    void membersStandInNameOrderAndAbsentOnesDoNotStandThere() {
        var value = new Everything(
                Instant.parse("2026-03-01T10:00:00Z"), 5L, new BigDecimal("1.50"), null, true, List.of("b", "a"));

        assertThat(Json.mapper().writeValueAsString(value))
                .isEqualTo(
                        "{\"amount\":1.50,\"at\":\"2026-03-01T10:00:00Z\",\"count\":5,\"names\":[\"b\",\"a\"],\"yes\":true}");
    }

    @Test
    void unknownMembersAreIgnored() {
        assertThat(read("{\"addedLater\":{\"a\":[1]}}")).isEqualTo(Everything.NOTHING);
    }

    @Test
    void aTimeMayHaveAnOffset() {
        assertThat(read("{\"at\":\"2026-03-01T18:00:00+08:00\"}").at())
                .isEqualTo(Instant.parse("2026-03-01T10:00:00Z"));
    }

    @Test
    void decimalsKeepEveryDigit() {
        assertThat(read("{\"amount\":0.10000000000000000000000001}").amount())
                .isEqualTo(new BigDecimal("0.10000000000000000000000001"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"at\":1772359200}",
                "{\"at\":1E+999999999}",
                "{\"at\":\"1772359200\"}",
                "{\"at\":\"2026-03-01\"}",
                "{\"at\":\"\"}",
                "{\"count\":1.5}",
                "{\"count\":1E+999999999}",
                "{\"count\":9223372036854775808}",
                "{\"count\":\"\"}",
                "{\"amount\":\"\"}",
                "{\"mode\":1}",
                "{\"mode\":\"1\"}",
                "{\"mode\":\"\"}",
                "{\"mode\":\"period\"}",
                "{\"yes\":1}",
                "{\"yes\":\"\"}",
                "{\"names\":\"a\"}",
                "{\"names\":[null]}",
                "{\"count\":1,\"count\":2}",
                "{} {}"
            })
    void aValueOfTheWrongKindIsRefusedAndNotBent(String json) {
        assertThatExceptionOfType(JacksonException.class).isThrownBy(() -> read(json));
    }

    private static Everything read(String json) {
        return Json.mapper().readValue(json, Everything.class);
    }
}
