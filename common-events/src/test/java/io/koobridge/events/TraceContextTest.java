package io.koobridge.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Objects;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** https://www.w3.org/TR/trace-context-2/#traceparent-header */
class TraceContextTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String SPAN = "00f067aa0ba902b7";
    private static final String FORM = "00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}";

    private final RandomGenerator random = RandomGenerator.getDefault();

    @ParameterizedTest
    @ValueSource(strings = {"00", "01", "02", "03"})
    void whatIsReadIsWrittenAgain(String flags) {
        var given = "00-%s-%s-%s".formatted(TRACE, SPAN, flags);

        assertThat(read(given)).hasToString(given);
    }

    @ParameterizedTest
    @CsvSource({"00, false", "01, true", "02, false", "03, true", "ff, true", "fe, false"})
    void onlyTheCallerSaysWhetherItIsSampled(String flags, boolean sampled) {
        assertThat(read("00-%s-%s-%s".formatted(TRACE, SPAN, flags)).sampled()).isEqualTo(sampled);
    }

    @Test
    void flagsThatNobodyKnowsAreNotPassedOn() {
        assertThat(read("00-%s-%s-fd".formatted(TRACE, SPAN))).hasToString("00-%s-%s-01".formatted(TRACE, SPAN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"01-%s-%s-01", "fe-%s-%s-01-what-will-be", "cc-%s-%s-01-"})
    void aLaterVersionIsReadAsFarAsItIsKnown(String given) {
        assertThat(read(given.formatted(TRACE, SPAN))).hasToString("00-%s-%s-01".formatted(TRACE, SPAN));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e473-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-1",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-0x",
                "00_4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "0g-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-x",
                "01-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01x",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01 ",
            })
    void whateverElseIsSentIsNone(String given) {
        assertThat(TraceContext.of(given)).isNull();
    }

    @Test
    void whatIsTooLongIsNone() {
        assertThat(TraceContext.of("01-%s-%s-01-%s".formatted(TRACE, SPAN, "x".repeat(201))))
                .isNull();
    }

    @Property
    void noTextIsAnError(@ForAll String given) {
        assertThat(TraceContext.of(given)).isNull();
    }

    @Property
    void aNewOneIsValidWhateverIsDrawn(@ForAll long drawn) {
        var begun = TraceContext.begin(() -> drawn);

        assertThat(begun.toString()).matches(FORM);
        assertThat(TraceContext.of(begun.toString())).isEqualTo(begun);
        assertThat(begun.sampled()).isTrue();
    }

    @Test
    void theNextStepIsOfTheSameTrace() {
        var cause = read("00-%s-%s-00".formatted(TRACE, SPAN));

        var next = cause.next(random);

        assertThat(next.traceId()).isEqualTo(TRACE);
        assertThat(next.spanId()).isNotEqualTo(SPAN);
        assertThat(next.sampled()).isFalse();
    }

    @Test
    void noneIsMadeOfWhatIsNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> new TraceContext(TRACE, "0".repeat(16), 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new TraceContext("x", SPAN, 1));
    }

    private static TraceContext read(String given) {
        return Objects.requireNonNull(TraceContext.of(given));
    }
}
