package io.koobridge.gateway.publish;

import io.koobridge.events.Event;
import io.koobridge.events.TraceContext;
import io.koobridge.gateway.moment.CallLoop;
import io.koobridge.gateway.moment.Gathering;
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

/** Sends facts of all families, at most 512 at once, over one producer, and tells operators of each. */
public final class KafkaFacts {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaFacts.class);
    private static final int MOST_AT_ONCE = 512;

    private final Semaphore permits = new Semaphore(MOST_AT_ONCE);
    private final Sends sends = new Sends(Gathering.MOMENT, MOST_AT_ONCE, System::nanoTime);
    private final Sends soonSends = new Sends(Gathering.SHORT_MOMENT, MOST_AT_ONCE, System::nanoTime);
    private final StartingProducer producer;
    private final Spans spans;
    private final Timer seconds;

    public KafkaFacts(StartingProducer producer, MeterRegistry meters, Spans spans) {
        this.producer = producer;
        this.spans = spans;
        this.seconds = Timer.builder("koobridge.publish")
                .description("From a fact to its acknowledgement, or to giving up")
                .register(meters);
    }

    /** For the facts of one family; their topic is among those that the producer was told of. */
    public <F> FactPublisher<F> of(FactFamily<F> family) {
        return of(family, sends);
    }

    /** The same for facts that follow an answer for which they waited, together with others: they wait for no more company. */
    public <F> FactPublisher<F> afterAnswers(FactFamily<F> family) {
        return of(family, soonSends);
    }

    private <F> FactPublisher<F> of(FactFamily<F> family, Sends by) {
        return fact -> Mono.deferContextual(context -> Mono.fromFuture(sendAndTell(family, fact, by, context), true));
    }

    /** It is sent to the end, and told, also when nobody waits for it any more. */
    private <F> CompletableFuture<Publication> sendAndTell(
            FactFamily<F> family, Event<F> fact, Sends by, ContextView call) {
        var sample = Timer.start();
        var span = spans.start(SpanKind.PRODUCER, "publish", Trace.of(call))
                .tag(family.subjectKey(), family.shown().apply(fact.subject()));
        return send(family.record(fact.causedBy(span.context())), by, CallLoop.of(call))
                .thenApply(publication -> {
                    sample.stop(seconds);
                    span.tag("outcome", publication instanceof Publication.Stored ? "stored" : "not_stored")
                            .end();
                    tell(publication, family, fact, span.context());
                    return publication;
                });
    }

    private CompletableFuture<Publication> send(ProducerRecord<String, byte[]> fact, Sends by, Scheduler loop) {
        var ready = producer.get();
        if (ready.isEmpty()) {
            return notStored("no producer could be made yet");
        }
        if (!permits.tryAcquire()) {
            return notStored("%d facts are being sent already".formatted(MOST_AT_ONCE));
        }
        return by.send(fact, ready.get(), loop).whenComplete((_, _) -> permits.release());
    }

    private static CompletableFuture<Publication> notStored(String why) {
        return CompletableFuture.completedFuture(new Publication.NotStored(why));
    }

    private static void tell(Publication publication, FactFamily<?> family, Event<?> fact, TraceContext trace) {
        if (publication instanceof Publication.NotStored(var why)) {
            Trace.on(LOG.atWarn(), trace)
                    .addKeyValue("factId", fact.id())
                    .addKeyValue(family.subjectKey(), family.shown().apply(fact.subject()))
                    .addKeyValue("why", why)
                    .log("A fact is not known to be stored");
        }
    }
}
