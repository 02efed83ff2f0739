package io.koobridge.gateway.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColorTest {

    /** WCAG 2.2, 1.4.3. */
    private static final double LEGIBLE = 4.5;

    @Property
    void textCanBeReadOnAnyColour(@ForAll @IntRange(max = 0xffffff) int rgb) {
        var color = new Color("#%06x".formatted(rgb));
        double text = color.textOnIt().equals("#fff") ? 1 : 0;

        assertThat(contrast(color.luminance(), text)).isGreaterThanOrEqualTo(LEGIBLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "red", "#fff", "#12345g", "#1234567", "#123456}"})
    void whatIsNoColourIsRefused(String hex) {
        assertThatThrownBy(() -> new Color(hex)).hasMessageContaining("#1a73e8").hasMessageContaining(hex);
    }

    private static double contrast(double one, double other) {
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }
}
