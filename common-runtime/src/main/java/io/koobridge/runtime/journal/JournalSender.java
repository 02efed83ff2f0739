package io.koobridge.runtime.journal;

import io.koobridge.events.Event;
import io.koobridge.events.journal.JournalEntry;
import io.koobridge.events.topic.Topics;
import io.koobridge.events.wire.EventCodec;
import io.koobridge.events.wire.EventFamily;
import io.koobridge.runtime.kafka.KafkaEvents;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;

/**
 * Sends events to the journal's topic. Opens the producer at the first event, and again until it opens: Kafka's client
 * refuses to be made while the brokers' names do not resolve.
 */
final class JournalSender {

    private static final Duration LAST_RECORDS = Duration.ofSeconds(2);

    private final Supplier<Producer<String, byte[]>> opening;
    private final EventCodec<JournalEntry> codec = new EventCodec<>(EventFamily.JOURNAL);
    private @Nullable Producer<String, byte[]> producer;

    JournalSender(Supplier<Producer<String, byte[]>> opening) {
        this.opening = opening;
    }

    /** Completes when Kafka acknowledged the event, or says why it did not. Blocks while Kafka's client knows no broker. */
    CompletableFuture<Void> send(Event<JournalEntry> event) {
        var done = new CompletableFuture<Void>();
        try {
            var record = KafkaEvents.record(Topics.JOURNAL, codec.encode(event));
            var _ = producer().send(record, (_, error) -> {
                if (error == null) {
                    done.complete(null);
                } else {
                    done.completeExceptionally(error);
                }
            });
        } catch (RuntimeException e) {
            done.completeExceptionally(e);
        }
        return done;
    }

    /** The next event opens a producer again. */
    synchronized void close() {
        if (producer != null) {
            producer.close(LAST_RECORDS);
            producer = null;
        }
    }

    private synchronized Producer<String, byte[]> producer() {
        if (producer == null) {
            producer = opening.get();
        }
        return producer;
    }
}
