package io.koobridge.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonCreator.Mode;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Personal data or a secret as it may stand in Kafka and in a store: encrypted to the service that owns it (design
 * §7). Stands in JSON as a plain text. Never prints its content.
 *
 * @param value the sealed form that {@code common-crypto} makes; never blank
 */
public record SealedText(@JsonValue String value) {

    @JsonCreator(mode = Mode.DELEGATING)
    public SealedText {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a sealed text is never blank");
        }
    }

    @Override
    public String toString() {
        return "SealedText(…)";
    }
}
