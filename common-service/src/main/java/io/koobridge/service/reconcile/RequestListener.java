package io.koobridge.service.reconcile;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.koobridge.events.TraceContext;
import io.koobridge.events.wire.Json;
import io.koobridge.runtime.trace.Trace;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;

/** Handles each request to its end on the container's thread, a virtual one; the offset is committed after that. */
public final class RequestListener {

    public static final String ID = "requests";

    private static final Logger log = LoggerFactory.getLogger(RequestListener.class);

    private static final Duration STORE_READY_WITHIN = Duration.ofSeconds(10);

    private final Mono<Void> ready;
    private final Supplier<Map<String, ? extends ReconcileLoop<?>>> loops;

    /**
     * Serves all ledgers of a service.
     *
     * @param ready completes when the store is known to be the right one; nobody outside is called for another seller's
     *     ledger
     * @param loops by the ledger's name
     */
    public RequestListener(Mono<Void> ready, Supplier<Map<String, ? extends ReconcileLoop<?>>> loops) {
        this.ready = ready;
        this.loops = loops;
    }

    @KafkaListener(
            id = ID,
            idIsGroup = false,
            groupId = "#{@requestsGroup}",
            topics = "#{@requestsTopic.name()}",
            containerFactory = "requestsContainerFactory")
    void on(ConsumerRecord<byte[], byte[]> record) {
        Trace.run(trace(record), () -> handle(record));
    }

    private void handle(ConsumerRecord<byte[], byte[]> record) {
        var request = read(record);
        if (request == null) {
            // Only an alarm: the sweep finds whatever it was about.
            log.atError().addKeyValue("offset", record.offset()).log("an unreadable request was passed over");
            return;
        }
        ready.block(STORE_READY_WITHIN);
        var loop = loops.get().get(request.ledger());
        if (loop == null) {
            log.atError().addKeyValue("ledger", request.ledger()).log("a request for a ledger that is not kept here");
        } else if (loop.handle(request) == ReconcileLoop.Alarm.NEXT_RUNG) {
            throw new NextRungException(request);
        }
    }

    /** For what is logged before the document is read, which knows its trace itself. */
    private static @Nullable TraceContext trace(ConsumerRecord<byte[], byte[]> record) {
        var header = record.headers().lastHeader(TraceContext.HEADER);
        return header == null || header.value() == null ? null : TraceContext.of(new String(header.value(), UTF_8));
    }

    private static @Nullable ReconcileRequest read(ConsumerRecord<byte[], byte[]> record) {
        try {
            return record.value() == null ? null : Json.mapper().readValue(record.value(), ReconcileRequest.class);
        } catch (JacksonException _) {
            return null;
        }
    }
}
