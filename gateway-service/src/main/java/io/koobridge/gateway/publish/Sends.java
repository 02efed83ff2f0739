package io.koobridge.gateway.publish;

import io.koobridge.gateway.moment.Gathering;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import reactor.core.scheduler.Scheduler;

/**
 * Gives records to Kafka's client on virtual threads, because giving may block: while no broker can be reached each one blocks for the whole
 * {@code max.block.ms}, and a pool would queue behind it (stack.md, "The gateway's producer"). What comes within a moment shares a thread while
 * nothing blocks; as soon as something does, each of the others gets a thread of its own.
 */
final class Sends {

    private static final int ENOUGH = 64;

    /** Kafka's client takes a record in some 10 µs, all of a moment in a few milliseconds. */
    private static final long BLOCKED = Duration.ofMillis(20).toNanos();

    private final Gathering<Send> waiting;
    private final LongSupplier nanos;

    /**
     * Nothing is sent yet.
     *
     * @param moment in which they find company
     * @param most records that can wait for the end of a moment
     * @param nanos a clock that only goes on
     */
    Sends(Duration moment, int most, LongSupplier nanos) {
        this.waiting = new Gathering<>(moment, ENOUGH, most, this::take);
        this.nanos = nanos;
    }

    private record Send(
            ProducerRecord<String, byte[]> fact,
            Producer<String, byte[]> producer,
            CompletableFuture<Publication> publication) {

        /** Whether Kafka's client took it. */
        boolean send() {
            try {
                // The callback tells; so does the future, to whoever would wait for it.
                var unused = producer.send(fact, (_, failure) -> publication.complete(published(failure)));
                return true;
            } catch (Throwable e) {
                // An error would take all the others of its moment with it.
                publication.complete(new Publication.NotStored(e.toString()));
                return false;
            }
        }
    }

    /** Completes when Kafka acknowledged the record, or says why it did not. */
    CompletableFuture<Publication> send(
            ProducerRecord<String, byte[]> fact, Producer<String, byte[]> producer, Scheduler loop) {
        var send = new Send(fact, producer, new CompletableFuture<>());
        if (!waiting.offer(send, loop)) {
            send.publication().complete(new Publication.NotStored("too many facts wait to be sent"));
        }
        return send.publication();
    }

    private void take() {
        var taken = new ArrayList<Send>();
        for (var next = waiting.poll(); next != null; next = waiting.poll()) {
            taken.add(next);
        }
        if (!taken.isEmpty()) {
            Thread.ofVirtual().name("publish").start(() -> giveAll(taken));
        }
    }

    private void giveAll(List<Send> sends) {
        long begin = nanos.getAsLong();
        for (int i = 0; i < sends.size(); i++) {
            if (!sends.get(i).send() || nanos.getAsLong() - begin > BLOCKED) {
                sends.subList(i + 1, sends.size()).forEach(Sends::giveAlone);
                return;
            }
        }
    }

    private static void giveAlone(Send send) {
        Thread.ofVirtual().name("publish").start(send::send);
    }

    private static Publication published(@Nullable Exception failure) {
        return failure == null ? new Publication.Stored() : new Publication.NotStored(failure.toString());
    }
}
