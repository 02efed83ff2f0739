package io.koobridge.service.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.koobridge.runtime.kafka.KafkaEvents;
import io.koobridge.service.facts.DeadLetters;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record that could not be processed, without its value.
 *
 * @param origin where it stood when it could not be processed, as {@code topic:partition:offset}
 * @param writtenAt when the broker got it; the order of lists
 * @param size of the value in bytes; -1 for a tombstone
 */
public record DeadLetter(
        DeadLetterId id,
        @Nullable String key,
        String reason,
        String detail,
        String origin,
        Instant writtenAt,
        int size) {

    private static final int LONGEST_KEY = 256;

    /** Newest first; ties in the order of places, so that a list can be gone on with from any of its letters. */
    static final Comparator<DeadLetter> NEWEST_FIRST = Comparator.comparing(DeadLetter::writtenAt)
            .reversed()
            .thenComparing(letter -> letter.id().topic())
            .thenComparing(letter -> letter.id().partition())
            .thenComparing(letter -> -letter.id().offset());

    static DeadLetter of(ConsumerRecord<byte[], byte[]> record) {
        var headers = KafkaEvents.headers(record.headers());
        return new DeadLetter(
                new DeadLetterId(record.topic(), record.partition(), record.offset()),
                key(record.key()),
                headers.getOrDefault(DeadLetters.REASON, "unknown"),
                headers.getOrDefault(DeadLetters.DETAIL, ""),
                origin(headers),
                Instant.ofEpochMilli(record.timestamp()),
                record.serializedValueSize());
    }

    private static @Nullable String key(byte @Nullable [] key) {
        if (key == null) {
            return null;
        }
        var text = new String(key, UTF_8);
        return text.length() <= LONGEST_KEY ? text : text.substring(0, LONGEST_KEY) + "…";
    }

    private static String origin(Map<String, String> headers) {
        return "%s:%s:%s"
                .formatted(
                        headers.getOrDefault(DeadLetters.TOPIC, "?"),
                        headers.getOrDefault(DeadLetters.PARTITION, "?"),
                        headers.getOrDefault(DeadLetters.OFFSET, "?"));
    }
}
