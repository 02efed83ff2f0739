package io.koobridge.events.wire;

import io.koobridge.events.Event;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes and reads the events of one family as CloudEvents 1.0: in binary mode for Kafka (attributes in {@code ce_}
 * headers, data plain JSON), in structured mode for HTTP (one JSON object). {@code ce_time} is the signed time;
 * {@code receivedtime}, {@code schemaversion} and {@code traceparent} are extension attributes.
 */
public final class EventCodec<T> {

    private static final String HEADER_PREFIX = "ce_";
    private static final String CONTENT_TYPE = "content-type";
    private static final String JSON = "application/json";
    private static final String SPECVERSION = "1.0";

    private final EventFamily<T> family;
    private final JsonMapper json = Json.mapper();

    public EventCodec(EventFamily<T> family) {
        this.family = family;
    }

    /** The last part of the CloudEvent type, as metrics and journals name it. */
    public String shortName(T data) {
        return family.shortName(data);
    }

    public WireEvent encode(Event<? extends T> event) {
        var headers = new LinkedHashMap<String, String>();
        attributes(event).forEach((name, value) -> headers.put(HEADER_PREFIX + name, value));
        headers.put(CONTENT_TYPE, JSON);
        return new WireEvent(event.subject(), headers, json.writeValueAsBytes(event.data()));
    }

    /** Structured mode: the attributes and {@code data} as members of one object. */
    public byte[] encodeStructured(Event<? extends T> event) {
        var object = json.createObjectNode();
        attributes(event).forEach(object::put);
        object.set("data", json.valueToTree(event.data()));
        return json.writeValueAsBytes(object);
    }

    public Decoded<T> decode(Map<String, String> headers, byte @Nullable [] data) {
        if (data == null) {
            return new Decoded.Unreadable<>("the record has no data");
        }
        try {
            return read(name -> headers.get(HEADER_PREFIX + name), json.readTree(data));
        } catch (JacksonException e) {
            return new Decoded.Unreadable<>("data is not JSON: " + e.getOriginalMessage());
        }
    }

    public Decoded<T> decodeStructured(byte[] body) {
        try {
            var object = json.readTree(body);
            if (!object.isObject()) {
                return new Decoded.Unreadable<>("a structured CloudEvent is a JSON object");
            }
            return read(name -> object.path(name).asString(null), object.path("data"));
        } catch (JacksonException e) {
            return new Decoded.Unreadable<>("the event is not JSON: " + e.getOriginalMessage());
        }
    }

    private Map<String, String> attributes(Event<? extends T> event) {
        var attributes = new LinkedHashMap<String, String>();
        attributes.put("specversion", SPECVERSION);
        attributes.put("id", event.id());
        attributes.put("type", family.typeOf(event.data()));
        attributes.put("source", event.source());
        attributes.put("subject", event.subject());
        attributes.put("time", event.asOf().toString());
        attributes.put("receivedtime", event.receivedAt().toString());
        attributes.put("schemaversion", Integer.toString(family.schemaVersion()));
        if (event.traceparent() != null) {
            attributes.put("traceparent", event.traceparent());
        }
        return attributes;
    }

    private Decoded<T> read(Attributes attributes, JsonNode data) {
        try {
            var schemaVersion = Integer.parseInt(attributes.required("schemaversion"));
            if (schemaVersion > family.schemaVersion()) {
                return new Decoded.Unreadable<>("schema version %d is newer than %d: roll out readers first"
                        .formatted(schemaVersion, family.schemaVersion()));
            }
            var type = attributes.required("type");
            var dataClass = family.classOf(type);
            if (dataClass.isEmpty()) {
                return new Decoded.Unreadable<>("type %s is not one of %s".formatted(type, family.knownTypes()));
            }
            if (!data.isObject()) {
                return new Decoded.Unreadable<>("data of %s is not a JSON object".formatted(type));
            }
            return new Decoded.Intact<>(new Event<>(
                    attributes.required("id"),
                    attributes.required("subject"),
                    attributes.required("source"),
                    Instant.parse(attributes.required("time")),
                    Instant.parse(attributes.required("receivedtime")),
                    attributes.get("traceparent"),
                    json.treeToValue(data, dataClass.get())));
        } catch (JacksonException e) {
            return new Decoded.Unreadable<>("data does not fit: " + e.getOriginalMessage());
        } catch (IllegalArgumentException | DateTimeException e) {
            return new Decoded.Unreadable<>(String.valueOf(e.getMessage()));
        }
    }

    private interface Attributes {
        @Nullable String get(String name);

        default String required(String name) {
            var value = get(name);
            if (value == null) {
                throw new IllegalArgumentException("attribute %s is missing".formatted(name));
            }
            return value;
        }
    }
}
