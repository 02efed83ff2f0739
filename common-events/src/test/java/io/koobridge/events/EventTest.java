package io.koobridge.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final Event<String> EVENT =
            new Event<>("id", "subject", "/source", NOW, NOW.plusMillis(5), "trace", "data");

    @ParameterizedTest
    @CsvSource({"id, 128", "subject, 256", "source, 256", "traceparent, 256"})
    void textsHaveTheirLimits(String part, int most) {
        assertThat(with(part, "x".repeat(most)).data()).isEqualTo("data");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(part, "x".repeat(most + 1)))
                .withMessage(
                        "event %s must have 1 to %d characters, not all blank, has %d".formatted(part, most, most + 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "subject", "source", "traceparent"})
    void textsAreNeverBlank(String part) {
        assertThatIllegalArgumentException().isThrownBy(() -> with(part, "")).withMessageStartingWith("event " + part);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(part, "  "))
                .withMessageStartingWith("event " + part);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0001-12-31T23:59:59Z", "+10000-01-01T00:00:00Z"})
    void timesAreThoseThatACloudEventCanSay(Instant time) {
        assertThatIllegalArgumentException().isThrownBy(() -> at(time, NOW)).withMessageStartingWith("event asOf");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> at(NOW, time))
                .withMessageStartingWith("event receivedAt");
    }

    @Test
    void theFirstAndTheLastTimeAreTaken() {
        var first = Instant.parse("0000-01-01T00:00:00Z");
        var last = Instant.parse("9999-12-31T23:59:59.999999999Z");

        assertThat(at(first, last).asOf()).isEqualTo(first);
    }

    @Test
    void changedDataBelongToTheSameHappening() {
        assertThat(EVENT.map(String::length))
                .isEqualTo(new Event<>("id", "subject", "/source", NOW, NOW.plusMillis(5), "trace", 4));
    }

    @Test
    void anotherSubjectIsTheOnlyThingThatChanges() {
        assertThat(EVENT.about("other"))
                .isEqualTo(new Event<>("id", "other", "/source", NOW, NOW.plusMillis(5), "trace", "data"));
    }

    private static Event<String> with(String part, String value) {
        return new Event<>(
                either(part, "id", value),
                either(part, "subject", value),
                either(part, "source", value),
                NOW,
                NOW,
                part.equals("traceparent") ? value : null,
                "data");
    }

    private static String either(String part, String name, String value) {
        return part.equals(name) ? value : "given";
    }

    private static Event<String> at(Instant asOf, Instant receivedAt) {
        return new Event<>("id", "subject", "/source", asOf, receivedAt, null, "data");
    }
}
