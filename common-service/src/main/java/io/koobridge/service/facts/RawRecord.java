package io.koobridge.service.facts;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A Kafka record as it came, so that it can be put aside unchanged.
 *
 * @param index in its batch
 * @param headers as bytes; what is not text stays readable to whoever wrote it
 */
@SuppressWarnings("ArrayRecordComponent") // handed through, never compared
record RawRecord(
        int index,
        String topic,
        int partition,
        long offset,
        byte @Nullable [] key,
        Map<String, byte[]> headers,
        byte @Nullable [] value) {}
