package io.koobridge.service.facts;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.koobridge.events.Event;
import io.koobridge.events.wire.EventCodec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.kafka.support.KafkaNull;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;

/** A poll as the binder hands it over: payloads in a list, everything else in parallel lists. */
final class Poll {

    static final Instant SIGNED = Instant.parse("2026-11-22T08:00:00Z");

    private final EventCodec<Turned> codec = new EventCodec<>(Turned.FAMILY);
    private final List<Object> payloads = new ArrayList<>();
    private final List<@Nullable Object> keys = new ArrayList<>();
    private final List<Map<String, Object>> headers = new ArrayList<>();

    Poll turned(String dial, int to) {
        var event = new Event<>("%s-%d".formatted(dial, to), dial, "/test", SIGNED, SIGNED, null, new Turned(to));
        var wire = codec.encode(event);
        var bytes = new HashMap<String, Object>();
        wire.headers().forEach((name, value) -> bytes.put(name, value.getBytes(UTF_8)));
        return record(dial.getBytes(UTF_8), bytes, wire.data());
    }

    Poll record(byte @Nullable [] key, Map<String, Object> header, byte @Nullable [] value) {
        keys.add(key);
        headers.add(header);
        payloads.add(value == null ? KafkaNull.INSTANCE : value);
        return this;
    }

    @SuppressWarnings("unchecked")
    Message<List<byte[]>> message() {
        var size = payloads.size();
        return (Message<List<byte[]>>) (Message<?>) MessageBuilder.withPayload((Object) payloads)
                .setHeader(KafkaHeaders.RECEIVED_TOPIC, repeated("koobridge.facts.dials", size))
                .setHeader(KafkaHeaders.RECEIVED_PARTITION, repeated(2, size))
                .setHeader(KafkaHeaders.OFFSET, offsets(size))
                .setHeader(KafkaHeaders.RECEIVED_KEY, keys)
                .setHeader(KafkaHeaders.BATCH_CONVERTED_HEADERS, headers)
                .build();
    }

    private static <T> List<T> repeated(T value, int times) {
        return Collections.nCopies(times, value);
    }

    private static List<Long> offsets(int size) {
        return LongStream.range(100, 100 + size).boxed().toList();
    }
}
