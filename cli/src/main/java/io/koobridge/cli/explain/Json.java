package io.koobridge.cli.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** JSON that remembers how its numbers were spelled, so that it can be written in other people's ways. */
sealed interface Json {

    record Member(String name, Json value) {}

    record ObjectValue(List<Member> members) implements Json {}

    record ArrayValue(List<Json> elements) implements Json {}

    record Text(String value) implements Json {}

    /** A number, true, false or null, as spelled. */
    record Literal(String spelled) implements Json {

        boolean isNull() {
            return spelled.equals("null");
        }
    }

    JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** Empty unless the text is exactly one object without repeated members. */
    static Optional<ObjectValue> object(String text) {
        try (var parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            var object = object(parser);
            return parser.nextToken() == null ? Optional.of(object) : Optional.empty();
        } catch (JacksonException unreadable) {
            return Optional.empty();
        }
    }

    private static ObjectValue object(JsonParser parser) {
        var members = new ArrayList<Member>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = parser.currentName();
            parser.nextToken();
            members.add(new Member(name, value(parser)));
        }
        return new ObjectValue(members);
    }

    private static Json value(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> {
                var elements = new ArrayList<Json>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    elements.add(value(parser));
                }
                yield new ArrayValue(elements);
            }
            case VALUE_STRING -> new Text(parser.getString());
            default -> new Literal(parser.getString());
        };
    }
}
