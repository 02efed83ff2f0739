package io.koobridge.runtime.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.koobridge.events.topic.Topic;
import io.koobridge.events.wire.WireEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/** Between a {@link WireEvent} and the records of Kafka's client. Headers are UTF-8 text. */
public final class KafkaEvents {

    private KafkaEvents() {}

    public static ProducerRecord<String, byte[]> record(Topic topic, WireEvent event) {
        return record(topic.name(), event);
    }

    public static ProducerRecord<String, byte[]> record(String topic, WireEvent event) {
        var record = new ProducerRecord<>(topic, event.key(), event.data());
        event.headers().forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        return record;
    }

    /** The headers as text, by name; of a repeated one the last, as Kafka's {@code lastHeader} has it. */
    public static Map<String, String> headers(Headers headers) {
        var text = new LinkedHashMap<String, String>();
        headers.forEach(header -> {
            if (header.value() != null) {
                text.put(header.key(), new String(header.value(), UTF_8));
            }
        });
        return text;
    }
}
