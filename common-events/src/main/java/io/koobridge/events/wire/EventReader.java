package io.koobridge.events.wire;

import io.koobridge.events.Event;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what somebody else wrote. */
final class EventReader<T> {

    /** As much as a Kafka broker takes by default. Depth and lengths inside are Jackson's limits. */
    private static final int MOST_BYTES = 1024 * 1024;

    private static final int LONGEST_SENTENCE = 1_000;

    private final EventFamily<T> family;
    private final JsonMapper json = Json.mapper();

    EventReader(EventFamily<T> family) {
        this.family = family;
    }

    Decoded<T> read(byte[] bytes, Function<JsonNode, Attributes> attributes, UnaryOperator<JsonNode> data) {
        if (bytes.length > MOST_BYTES) {
            return unreadable("the event has %d bytes, at most %d are read".formatted(bytes.length, MOST_BYTES));
        }
        try {
            var content = json.readTree(bytes);
            return event(attributes.apply(content), data.apply(content));
        } catch (DatabindException e) {
            return unreadable("data%s does not fit: %s".formatted(path(e), reason(e)));
        } catch (JacksonException e) {
            return unreadable("not JSON: " + e.getOriginalMessage());
        } catch (RuntimeException e) {
            // Not only ours: Jackson reads 1E+9999999999 with a NumberFormatException. Reading depends on nothing but
            // the
            // record, what fails once fails always, so waiting would be in vain.
            return unreadable(Optional.ofNullable(e.getMessage()).orElseGet(e::toString));
        }
    }

    private Decoded<T> event(Attributes attributes, JsonNode data) {
        var specversion = attributes.required("specversion");
        if (!specversion.equals(Attributes.SPECVERSION)) {
            return unreadable("specversion is %s, not %s".formatted(specversion, Attributes.SPECVERSION));
        }
        var schemaVersion = attributes.number("schemaversion");
        if (schemaVersion < 1) {
            return unreadable("schemaversion is %d, the first one is 1".formatted(schemaVersion));
        }
        if (schemaVersion > family.schemaVersion()) {
            return unreadable("schemaversion %d is newer than %d: roll out readers first"
                    .formatted(schemaVersion, family.schemaVersion()));
        }
        var type = attributes.required("type");
        var dataClass = family.classOf(type);
        if (dataClass.isEmpty()) {
            return unreadable("type %s is not one of %s".formatted(type, family.knownTypes()));
        }
        if (!data.isObject()) {
            return unreadable("data of %s is not a JSON object".formatted(type));
        }
        return new Decoded.Intact<>(new Event<>(
                attributes.required("id"),
                attributes.required("subject"),
                attributes.required("source"),
                attributes.time("time"),
                attributes.time("receivedtime"),
                attributes.traceparent(),
                json.treeToValue(data, dataClass.get())));
    }

    /** Where in the data, for example {@code .order.orderId}. */
    private static String path(JacksonException e) {
        return e.getPath().stream()
                .map(step -> step.getPropertyName() == null
                        ? "[%d]".formatted(step.getIndex())
                        : '.' + step.getPropertyName())
                .collect(Collectors.joining());
    }

    /** A record's own words where it refused its members, else Jackson's. */
    private static String reason(JacksonException e) {
        return Optional.ofNullable(e.getCause()).map(Throwable::getMessage).orElseGet(e::getOriginalMessage);
    }

    private static <T> Decoded<T> unreadable(String why) {
        return new Decoded.Unreadable<>(
                why.length() <= LONGEST_SENTENCE ? why : why.substring(0, LONGEST_SENTENCE) + '…');
    }
}
