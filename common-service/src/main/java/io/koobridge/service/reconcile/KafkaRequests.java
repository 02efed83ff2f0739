package io.koobridge.service.reconcile;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.koobridge.events.topic.Topic;
import io.koobridge.events.wire.Json;
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

    @Override
    public Mono<Void> send(ReconcileRequest request) {
        var key = request.id().getBytes(UTF_8);
        return Mono.fromFuture(() -> kafka.send(topic.name(), key, Json.mapper().writeValueAsBytes(request)))
                .subscribeOn(Schedulers.boundedElastic())
                .then();
    }
}
