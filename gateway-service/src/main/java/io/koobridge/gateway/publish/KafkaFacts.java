package io.koobridge.gateway.publish;

import io.koobridge.events.Event;
import io.koobridge.events.TraceContext;
import io.koobridge.events.instance.InstanceFact;
import io.koobridge.events.topic.Topics;
import io.koobridge.events.wire.EventCodec;
import io.koobridge.events.wire.EventFamily;
import io.koobridge.gateway.moment.CallLoop;
import io.koobridge.runtime.kafka.KafkaEvents;
import io.koobridge.runtime.trace.SpanKind;
import io.koobridge.runtime.trace.Spans;
import io.koobridge.runtime.trace.Trace;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.util.context.ContextView;

/** Sends facts, at most 512 at once, and tells operators of each. */
public final class KafkaFactPublisher implements FactPublisher {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaFactPublisher.class);
    private static final int MOST_AT_ONCE = 512;

    private final EventCodec<InstanceFact> codec = new EventCodec<>(EventFamily.INSTANCE_FACTS);
    private final Semaphore permits = new Semaphore(MOST_AT_ONCE);
    private final Sends sends = new Sends(MOST_AT_ONCE, System::nanoTime);
    private final StartingProducer producer;
    private final Spans spans;
    private final Timer seconds;

    public KafkaFactPublisher(StartingProducer producer, MeterRegistry meters, Spans spans) {
        this.producer = producer;
        this.spans = spans;
        this.seconds = Timer.builder("koobridge.publish")
                .description("From a fact to its acknowledgement, or to giving up")
                .register(meters);
    }

    @Override
    public Mono<Publication> publish(Event<InstanceFact> fact) {
        return Mono.deferContextual(context -> Mono.fromFuture(sendAndTell(fact, context), true));
    }

    /** It is sent to the end, and told, also when nobody waits for it any more. */
    private CompletableFuture<Publication> sendAndTell(Event<InstanceFact> fact, ContextView call) {
        var sample = Timer.start();
        var span = spans.start(SpanKind.PRODUCER, "publish", Trace.of(call)).tag("instanceId", fact.subject());
        return send(
                        KafkaEvents.record(Topics.INSTANCE_FACTS, codec.encode(fact.causedBy(span.context()))),
                        CallLoop.of(call))
                .thenApply(publication -> {
                    sample.stop(seconds);
                    span.tag("outcome", publication instanceof Publication.Stored ? "stored" : "not_stored")
                            .end();
                    tell(publication, fact, span.context());
                    return publication;
                });
    }

    private CompletableFuture<Publication> send(ProducerRecord<String, byte[]> fact, Scheduler loop) {
        var ready = producer.get();
        if (ready.isEmpty()) {
            return notStored("no producer could be made yet");
        }
        if (!permits.tryAcquire()) {
            return notStored("%d facts are being sent already".formatted(MOST_AT_ONCE));
        }
        return sends.send(fact, ready.get(), loop).whenComplete((_, _) -> permits.release());
    }

    private static CompletableFuture<Publication> notStored(String why) {
        return CompletableFuture.completedFuture(new Publication.NotStored(why));
    }

    private static void tell(Publication publication, Event<InstanceFact> fact, TraceContext trace) {
        if (publication instanceof Publication.NotStored(var why)) {
            Trace.on(LOG.atWarn(), trace)
                    .addKeyValue("factId", fact.id())
                    .addKeyValue("instanceId", fact.subject())
                    .addKeyValue("why", why)
                    .log("A fact is not known to be stored");
        }
    }
}
