package io.koobridge.events.wire;

import java.time.DateTimeException;
import java.time.Instant;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** Reads instants as they are written, and nothing else: Jackson's own takes numbers, and 1E+999999999 for 1970. */
final class IsoInstant extends StdScalarDeserializer<Instant> {

    IsoInstant() {
        super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return context.reportInputMismatch(this, "a time is an ISO-8601 text");
        }
        try {
            return Instant.parse(parser.getString());
        } catch (DateTimeException e) {
            return context.reportInputMismatch(this, "not an ISO-8601 time: %s", e.getMessage());
        }
    }
}
