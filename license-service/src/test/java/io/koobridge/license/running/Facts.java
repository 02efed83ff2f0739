package io.koobridge.license.running;

import io.koobridge.events.Event;
import io.koobridge.events.LicenseIds;
import io.koobridge.events.license.LicenseFact;
import io.koobridge.events.license.LicenseFact.LicenseApplied;
import io.koobridge.events.topic.Topics;
import io.koobridge.events.wire.EventCodec;
import io.koobridge.events.wire.EventFamily;
import io.koobridge.license.Applications;
import io.koobridge.runtime.kafka.KafkaEvents;
import io.koobridge.testkit.TestBroker;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A producer in the gateway's place. */
final class Facts implements AutoCloseable {

    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, TestBroker.shared().bootstrapServers()),
            new StringSerializer(),
            new ByteArraySerializer());

    /** Each call is a fact of its own. */
    void applied(String eventId) {
        applied(eventId, UUID.randomUUID().toString());
    }

    void applied(String eventId, String factId) {
        var now = Instant.now();
        var event = new Event<LicenseFact>(
                factId,
                id(eventId),
                "/koogallery/license",
                now,
                now,
                null,
                new LicenseApplied(Applications.INSTANCE, eventId, null, Applications.NOW, Applications.END));
        try {
            producer.send(KafkaEvents.record(
                            Topics.LICENSE_FACTS, new EventCodec<>(EventFamily.LICENSE_FACTS).encode(event)))
                    .get();
        } catch (Exception e) {
            throw new AssertionError("the test's record was not stored", e);
        }
    }

    static String id(String eventId) {
        return LicenseIds.ofApplication(Applications.INSTANCE, eventId, null);
    }

    @Override
    public void close() {
        producer.close();
    }
}
