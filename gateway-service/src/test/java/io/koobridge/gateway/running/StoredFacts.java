package io.koobridge.gateway.running;

import io.koobridge.events.Event;
import io.koobridge.events.instance.InstanceFact;
import io.koobridge.events.topic.Topics;
import io.koobridge.events.wire.Decoded;
import io.koobridge.events.wire.EventCodec;
import io.koobridge.events.wire.EventFamily;
import io.koobridge.runtime.kafka.KafkaEvents;
import io.koobridge.testkit.Records;
import io.koobridge.testkit.TestBroker;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** What is in the topic, up to its end: what is not found here was not stored. */
final class StoredFacts {

    private static final String TOPIC = Topics.INSTANCE_FACTS.name();

    private StoredFacts() {}

    static List<ConsumerRecord<String, byte[]>> about(String instanceId) {
        var ends = ends();
        return Records.readUntil(
                        TestBroker.shared().bootstrapServers(),
                        TOPIC,
                        Duration.ofSeconds(20),
                        records -> ends.entrySet().stream().allMatch(end -> isReached(end, records)))
                .stream()
                .filter(record -> record.key().equals(instanceId))
                .toList();
    }

    static List<Event<InstanceFact>> read(String instanceId) {
        var codec = new EventCodec<>(EventFamily.INSTANCE_FACTS);
        return about(instanceId).stream()
                .map(record -> codec.decode(KafkaEvents.headers(record.headers()), record.value()))
                .map(decoded -> ((Decoded.Intact<InstanceFact>) decoded).event())
                .toList();
    }

    private static boolean isReached(Map.Entry<Integer, Long> end, List<ConsumerRecord<String, byte[]>> records) {
        return end.getValue() == 0
                || records.stream()
                        .anyMatch(
                                record -> record.partition() == end.getKey() && record.offset() == end.getValue() - 1);
    }

    private static Map<Integer, Long> ends() {
        try (var admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, TestBroker.shared().bootstrapServers()))) {
            int partitions = admin.describeTopics(List.of(TOPIC))
                    .allTopicNames()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join()
                    .values()
                    .iterator()
                    .next()
                    .partitions()
                    .size();
            var asked = IntStream.range(0, partitions)
                    .mapToObj(partition -> new TopicPartition(TOPIC, partition))
                    .collect(Collectors.toMap(Function.identity(), _ -> OffsetSpec.latest()));
            return admin.listOffsets(asked).all().toCompletionStage().toCompletableFuture().join().entrySet().stream()
                    .collect(Collectors.toMap(end -> end.getKey().partition(), end -> end.getValue()
                            .offset()));
        }
    }
}
