package io.koobridge.service.facts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;

/** The records of one poll, as the binder hands them over: the payloads in a list, everything else in parallel lists. */
record FactBatch(List<RawRecord> records) {

    static FactBatch of(Message<List<byte[]>> message) {
        List<?> payloads = message.getPayload();
        if (payloads.isEmpty()) {
            // Without native decoding the binder hands over an empty list and commits the batch unread.
            throw new IllegalStateException("an empty batch: use-native-decoding must be on for fact bindings");
        }
        var topics = list(message, KafkaHeaders.RECEIVED_TOPIC);
        var partitions = list(message, KafkaHeaders.RECEIVED_PARTITION);
        var offsets = list(message, KafkaHeaders.OFFSET);
        var keys = message.getHeaders().get(KafkaHeaders.RECEIVED_KEY, List.class);
        var headers = list(message, KafkaHeaders.BATCH_CONVERTED_HEADERS);
        var records = new ArrayList<RawRecord>(payloads.size());
        for (int i = 0; i < payloads.size(); i++) {
            records.add(new RawRecord(
                    i,
                    (String) topics.get(i),
                    (Integer) partitions.get(i),
                    (Long) offsets.get(i),
                    keys == null ? null : bytes(keys.get(i)),
                    headers((Map<?, ?>) headers.get(i)),
                    bytes(payloads.get(i))));
        }
        return new FactBatch(records);
    }

    /** Records of one key in their order; records without a key each for themselves. */
    Collection<List<RawRecord>> byKey() {
        var groups = new LinkedHashMap<Object, List<RawRecord>>();
        for (var each : records) {
            Object key = each.key() == null ? each : new String(each.key(), UTF_8);
            groups.computeIfAbsent(key, _ -> new ArrayList<>()).add(each);
        }
        return groups.values();
    }

    private static List<?> list(Message<?> message, String header) {
        var list = message.getHeaders().get(header, List.class);
        if (list == null) {
            throw new IllegalStateException(
                    "a batch without %s: batch-mode must be on for fact bindings".formatted(header));
        }
        return list;
    }

    private static Map<String, byte[]> headers(Map<?, ?> converted) {
        var headers = new LinkedHashMap<String, byte[]>();
        converted.forEach((name, value) -> {
            var bytes = bytes(value);
            if (bytes != null) {
                headers.put(String.valueOf(name), bytes);
            }
        });
        return headers;
    }

    /** Tombstones come as a marker object; they have no bytes. */
    private static byte @Nullable [] bytes(@Nullable Object value) {
        return switch (value) {
            case byte[] bytes -> bytes;
            case String text -> text.getBytes(UTF_8);
            case null, default -> null;
        };
    }
}
