package io.koobridge.events;

import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened, with what everybody needs to know about it.
 *
 * @param id the same for every delivery of the same happening (design §4, "fact id"); 1 to 128 characters
 * @param subject what it happened to: the instance id for instance facts; also the Kafka key
 * @param source where it entered the suite, as a path: the production address, or the service that learned it
 * @param asOf the time that the sender signed; decides which of two facts is the newer one
 * @param receivedAt when the suite received it; for lag, never for a decision
 * @param traceparent W3C trace context of the call that caused it
 * @param data the fact, state or journal entry itself
 */
public record Event<T>(
        String id,
        String subject,
        String source,
        Instant asOf,
        Instant receivedAt,
        @Nullable String traceparent,
        T data) {

    public Event {
        requireText(id, "id", 128);
        requireText(subject, "subject", 256);
        requireText(source, "source", 256);
    }

    /** The same happening with other data, for example narrowed to a subtype. */
    public <U> Event<U> map(Function<? super T, ? extends U> change) {
        return new Event<>(id, subject, source, asOf, receivedAt, traceparent, change.apply(data));
    }

    /** The same happening, attributed to another subject: an order that an imported instance owns. */
    public Event<T> about(String otherSubject) {
        return new Event<>(id, otherSubject, source, asOf, receivedAt, traceparent, data);
    }

    private static void requireText(String value, String name, int most) {
        if (value.isBlank() || value.length() > most) {
            throw new IllegalArgumentException(
                    "event %s must have 1 to %d characters, has %d".formatted(name, most, value.length()));
        }
    }
}
