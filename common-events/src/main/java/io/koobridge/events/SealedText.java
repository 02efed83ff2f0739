package io.koobridge.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Personal data or a secret as it may stand in Kafka and in a store: encrypted to the service that owns it (design
 * §7). Never prints its content.
 *
 * @param value the sealed form that {@code common-crypto} makes
 */
public record SealedText(@JsonValue String value) {

    @JsonCreator
    public SealedText {}

    @Override
    public String toString() {
        return "SealedText(…)";
    }
}
