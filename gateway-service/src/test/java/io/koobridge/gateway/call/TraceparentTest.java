package io.koobridge.gateway.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceparentTest {

    private static final String FORM = "00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}";

    private final Traceparent traces = new Traceparent(RandomGenerator.getDefault());

    @Test
    void theCallersTraceGoesOn() {
        var given = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00";

        assertThat(traces.ofCaller(given)).isEqualTo(given);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-x",
            })
    void anythingElseBeginsANewOne(String header) {
        assertThat(traces.ofCaller(header)).matches(FORM).isNotEqualTo(header);
    }

    @Test
    void aNewOneIsValidWhateverIsDrawn() {
        var zero = new Traceparent(() -> 0L);

        assertThat(zero.ofCaller(zero.ofCaller(null)))
                .isEqualTo(zero.ofCaller(null))
                .matches(FORM);
    }

    @Property
    void whateverIsSentTheResultIsATrace(@ForAll String header) {
        assertThat(traces.ofCaller(header)).matches(FORM);
    }
}
