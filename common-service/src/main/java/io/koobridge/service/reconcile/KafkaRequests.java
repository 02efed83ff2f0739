package io.koobridge.service.reconcile;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.koobridge.events.TraceContext;
import io.koobridge.events.topic.Topic;
import io.koobridge.events.wire.Json;
import io.koobridge.runtime.trace.Trace;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.KafkaTemplate;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Requests on the service's own topic, keyed by document. */
public final class KafkaRequests implements Requests {

    private final KafkaTemplate<byte[], byte[]> kafka;
    private final Topic topic;

    public KafkaRequests(KafkaTemplate<byte[], byte[]> kafka, Topic topic) {
        this.kafka = kafka;
        this.topic = topic;
    }

    /** The trace is looked up before another thread takes over, for that thread knows of none. */
    @Override
    public Mono<Void> send(ReconcileRequest request) {
        return Mono.deferContextual(chain -> {
            var trace = Trace.of(chain);
            return Mono.fromFuture(() -> kafka.send(record(request, trace)))
                    .subscribeOn(Schedulers.boundedElastic())
                    .then();
        });
    }

    /** The trace is a header: it informs whoever looks at the topic, the document knows it too. */
    private ProducerRecord<byte[], byte[]> record(ReconcileRequest request, @Nullable TraceContext trace) {
        var record = new ProducerRecord<>(
                topic.name(), request.id().getBytes(UTF_8), Json.mapper().writeValueAsBytes(request));
        if (trace != null) {
            record.headers().add(TraceContext.HEADER, trace.toString().getBytes(UTF_8));
        }
        return record;
    }
}
