package io.koobridge.system.running;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.koobridge.events.Event;
import io.koobridge.events.instance.InstanceFact;
import io.koobridge.events.topic.Topic;
import io.koobridge.events.topic.Topics;
import io.koobridge.events.wire.EventCodec;
import io.koobridge.events.wire.EventFamily;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes facts as any gateway does, and counts what became of facts. */
final class Facts implements AutoCloseable {

    private static final EventCodec<InstanceFact> CODEC = new EventCodec<>(EventFamily.INSTANCE_FACTS);

    private final String bootstrapServers;
    private final KafkaProducer<String, byte[]> producer;
    private final List<Future<RecordMetadata>> sent = new ArrayList<>();

    Facts(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
        producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "acks",
                        "all",
                        "max.block.ms",
                        Duration.ofMinutes(2).toMillis()),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** In the background, however long the broker is away; in order for each instance. */
    void tell(String instanceId, Instant asOf, InstanceFact fact) {
        sent.add(producer.send(record(Topics.INSTANCE_FACTS, instanceId, asOf, fact)));
    }

    /** Something that is no fact. */
    void tellNonsense(String key) throws Exception {
        producer.send(new ProducerRecord<>(Topics.INSTANCE_FACTS.name(), key, "this is no fact".getBytes(UTF_8)))
                .get();
    }

    /** A fact that was put aside, as a service does that cannot process it. */
    void putAside(String instanceId, Instant asOf, InstanceFact fact) throws Exception {
        var record = record(Topics.INSTANCE_FACTS.deadLetters(), instanceId, asOf, fact);
        Map.of(
                        "koobridge_reason", "undecidable",
                        "koobridge_detail", "a version that is mended now could not decide it",
                        "koobridge_original_topic", Topics.INSTANCE_FACTS.name(),
                        "koobridge_original_partition", "0",
                        "koobridge_original_offset", "0")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        producer.send(record).get();
    }

    private static ProducerRecord<String, byte[]> record(
            Topic topic, String instanceId, Instant asOf, InstanceFact fact) {
        var event = CODEC.encode(
                new Event<>(UUID.randomUUID().toString(), instanceId, "/koogallery/saas", asOf, asOf, null, fact));
        var record = new ProducerRecord<>(topic.name(), event.key(), event.data());
        event.headers().forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        return record;
    }

    void awaitAcknowledged() throws Exception {
        for (Future<RecordMetadata> one : sent) {
            one.get();
        }
    }

    long deadLetters() throws Exception {
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", bootstrapServers))) {
            String topic = Topics.INSTANCE_FACTS.deadLetters().name();
            var ends = new HashMap<TopicPartition, OffsetSpec>();
            for (TopicDescription description :
                    admin.describeTopics(List.of(topic)).allTopicNames().get().values()) {
                description
                        .partitions()
                        .forEach(found -> ends.put(new TopicPartition(topic, found.partition()), OffsetSpec.latest()));
            }
            return admin.listOffsets(ends).all().get().values().stream()
                    .mapToLong(ListOffsetsResultInfo::offset)
                    .sum();
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
