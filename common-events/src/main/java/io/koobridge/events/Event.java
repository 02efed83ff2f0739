package io.koobridge.events;

import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened, with what everybody needs to know about it.
 *
 * @param id the same for every delivery of the same happening (design §4, "fact id"); 1 to 128 characters
 * @param subject what it happened to: the instance id for instance facts; also the Kafka key; 1 to 256 characters
 * @param source where it entered the suite, as a path: the production address, or the service that learned it; 1 to 256
 *     characters
 * @param asOf the time that the sender signed; decides which of two facts is the newer one; in the years 0 to 9999, which
 *     are those that a CloudEvent can say (RFC 3339)
 * @param receivedAt when the suite received it; for lag, never for a decision; in the same years
 * @param traceparent W3C trace context of the call that caused it; 1 to 256 characters
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

    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    public Event {
        requireText(id, "id", 128);
        requireText(subject, "subject", 256);
        requireText(source, "source", 256);
        requireWritable(asOf, "asOf");
        requireWritable(receivedAt, "receivedAt");
        if (traceparent != null) {
            requireText(traceparent, "traceparent", 256);
        }
    }

    /** The same happening with other data, for example narrowed to a subtype. */
    public <U> Event<U> map(Function<? super T, ? extends U> change) {
        return new Event<>(id, subject, source, asOf, receivedAt, traceparent, change.apply(data));
    }

    /** The same happening, attributed to another subject: an order that an imported instance owns. */
    public Event<T> about(String otherSubject) {
        return new Event<>(id, otherSubject, source, asOf, receivedAt, traceparent, data);
    }

    /** The same happening, caused by this step of its trace. */
    public Event<T> causedBy(TraceContext trace) {
        return new Event<>(id, subject, source, asOf, receivedAt, trace.toString(), data);
    }

    private static void requireText(String value, String name, int most) {
        if (value.isBlank() || value.length() > most) {
            throw new IllegalArgumentException("event %s must have 1 to %d characters, not all blank, has %d"
                    .formatted(name, most, value.length()));
        }
    }

    private static void requireWritable(Instant time, String name) {
        if (time.isBefore(FIRST) || time.isAfter(LAST)) {
            throw new IllegalArgumentException("event %s must be in the years 0 to 9999, is %s".formatted(name, time));
        }
    }
}
