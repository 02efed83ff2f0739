package io.koobridge.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @Test
    void everyKindOfValueIsRead() {
        assertThat(Json.read(" {\"a\": [1, -2.5e3, true, false, null], \"b\\u00e9\\n\": {} } "))
                .isEqualTo(Map.of(
                        "a",
                        Arrays.asList(new BigDecimal("1"), new BigDecimal("-2.5e3"), true, false, null),
                        "bé\n",
                        Map.of()));
        assertThat(Json.read("[]")).isEqualTo(List.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{\"a\"}",
                "{\"a\":1,}",
                "[1 2]",
                "tru",
                "01",
                "1e999",
                "\"",
                "\"\\x\"",
                "\"\\u12\"",
                "{} {}",
                "-"
            })
    void whatIsNoJsonIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Json.read(text)).withMessageContaining("character");
    }

    @Test
    void nobodyNestsUntilTheStackEnds() {
        assertThatIllegalArgumentException().isThrownBy(() -> Json.read("[".repeat(100_000)));
    }

    @Property
    void whatIsWrittenIsReadAgain(@ForAll String name, @ForAll String text, @ForAll long number) {
        var value = Map.of(name, text, name + "1", BigDecimal.valueOf(number));

        assertThat(Json.read(Json.write(value))).isEqualTo(value);
    }

    @Property
    void anyTextIsReadOrRefused(@ForAll String text) {
        try {
            Json.read(text);
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageContaining("character");
        }
    }
}
