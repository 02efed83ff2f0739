package io.koobridge.service.facts;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.koobridge.events.TraceContext;
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
        byte @Nullable [] value) {

    private static final String TRACEPARENT = "ce_" + TraceContext.HEADER;

    /** As far as its headers tell, which may be all that can be read of it. */
    @Nullable TraceContext trace() {
        var header = headers.get(TRACEPARENT);
        return header == null ? null : TraceContext.of(new String(header, UTF_8));
    }
}
