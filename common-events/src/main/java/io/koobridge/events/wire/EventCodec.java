package io.koobridge.events.wire;

import io.koobridge.events.Event;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes and reads the events of one family as CloudEvents 1.0: in binary mode for Kafka (attributes in {@code ce_}
 * headers, data plain JSON), in structured mode for HTTP (one JSON object). {@code ce_time} is the signed time;
 * {@code receivedtime}, {@code schemaversion} and {@code traceparent} are extension attributes.
 *
 * <p>Writing throws {@link IllegalArgumentException} for a value that is not of the family. Reading never throws.
 */
public final class EventCodec<T> {

    private static final String HEADER_PREFIX = "ce_";
    private static final String CONTENT_TYPE = "content-type";
    private static final String JSON = "application/json";

    private final EventFamily<T> family;
    private final EventReader<T> reader;
    private final JsonMapper json = Json.mapper();

    public EventCodec(EventFamily<T> family) {
        this.family = family;
        this.reader = new EventReader<>(family);
    }

    /** The last part of the CloudEvent type, as metrics and journals name it. */
    public String shortName(T data) {
        return family.shortName(data);
    }

    /** Binary mode, for Kafka. */
    public WireEvent encode(Event<? extends T> event) {
        var headers = new LinkedHashMap<String, String>();
        attributes(event, (name, value) -> headers.put(HEADER_PREFIX + name, value));
        headers.put(CONTENT_TYPE, JSON);
        return new WireEvent(
                event.subject(), Collections.unmodifiableMap(headers), json.writeValueAsBytes(event.data()));
    }

    /** Structured mode: the attributes and {@code data} as members of one object. */
    public byte[] encodeStructured(Event<? extends T> event) {
        var object = json.createObjectNode();
        attributes(event, object::put);
        object.set("data", json.valueToTree(event.data()));
        return json.writeValueAsBytes(object);
    }

    /**
     * Binary mode. Headers that are none of ours are ignored.
     *
     * @param headers by name, spelled as written: {@code ce_id}
     * @param data absent when the record is a tombstone
     */
    public Decoded<T> decode(Map<String, String> headers, byte @Nullable [] data) {
        return data == null
                ? new Decoded.Unreadable<>("the record has no data")
                : reader.read(
                        data, _ -> new Attributes(name -> headers.get(HEADER_PREFIX + name)), UnaryOperator.identity());
    }

    /** Structured mode. */
    public Decoded<T> decodeStructured(byte[] body) {
        return reader.read(
                body,
                object -> new Attributes(name -> object.path(name).asString(null)),
                object -> object.path("data"));
    }

    private void attributes(Event<? extends T> event, BiConsumer<String, String> attribute) {
        attribute.accept("specversion", Attributes.SPECVERSION);
        attribute.accept("id", event.id());
        attribute.accept("type", family.typeOf(event.data()));
        attribute.accept("source", event.source());
        attribute.accept("subject", event.subject());
        attribute.accept("time", event.asOf().toString());
        attribute.accept("receivedtime", event.receivedAt().toString());
        attribute.accept("schemaversion", Integer.toString(family.schemaVersion()));
        if (event.traceparent() != null) {
            attribute.accept("traceparent", event.traceparent());
        }
    }
}
