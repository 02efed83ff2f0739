package io.koobridge.gateway.running;

import io.koobridge.events.Event;
import io.koobridge.events.instance.InstanceFact;
import io.koobridge.events.license.CodeFact;
import io.koobridge.events.license.LicenseFact;
import io.koobridge.events.order.OrderFact;
import io.koobridge.events.tenant.TenantFact;
import io.koobridge.events.topic.Topic;
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

    private StoredFacts() {}

    static List<ConsumerRecord<String, byte[]>> about(String instanceId) {
        return about(Topics.INSTANCE_FACTS, instanceId);
    }

    static List<ConsumerRecord<String, byte[]>> about(Topic topic, String key) {
        var ends = ends(topic.name());
        return Records.readUntil(
                        TestBroker.shared().bootstrapServers(),
                        topic.name(),
                        Duration.ofSeconds(20),
                        records -> ends.entrySet().stream().allMatch(end -> isReached(end, records)))
                .stream()
                .filter(record -> record.key().equals(key))
                .toList();
    }

    static List<Event<InstanceFact>> read(String instanceId) {
        return read(about(instanceId), EventFamily.INSTANCE_FACTS);
    }

    static List<Event<OrderFact>> ofOrder(String order) {
        return read(about(Topics.ORDER_FACTS, order), EventFamily.ORDER_FACTS);
    }

    static List<Event<LicenseFact>> ofLicense(String application) {
        return read(about(Topics.LICENSE_FACTS, application), EventFamily.LICENSE_FACTS);
    }

    static List<Event<CodeFact>> ofLicenseCode(String code) {
        return read(about(Topics.LICENSE_CODE_FACTS, code), EventFamily.LICENSE_CODE_FACTS);
    }

    static List<Event<TenantFact>> ofTenant(String tenant) {
        return read(about(Topics.TENANT_FACTS, tenant), EventFamily.TENANT_FACTS);
    }

    private static <F> List<Event<F>> read(List<ConsumerRecord<String, byte[]>> records, EventFamily<F> family) {
        var codec = new EventCodec<>(family);
        return records.stream()
                .map(record -> codec.decode(KafkaEvents.headers(record.headers()), record.value()))
                .map(decoded -> ((Decoded.Intact<F>) decoded).event())
                .toList();
    }

    private static boolean isReached(Map.Entry<Integer, Long> end, List<ConsumerRecord<String, byte[]>> records) {
        return end.getValue() == 0
                || records.stream()
                        .anyMatch(
                                record -> record.partition() == end.getKey() && record.offset() == end.getValue() - 1);
    }

    private static Map<Integer, Long> ends(String topic) {
        try (var admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, TestBroker.shared().bootstrapServers()))) {
            int partitions = admin.describeTopics(List.of(topic))
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
                    .mapToObj(partition -> new TopicPartition(topic, partition))
                    .collect(Collectors.toMap(Function.identity(), _ -> OffsetSpec.latest()));
            return admin.listOffsets(asked).all().toCompletionStage().toCompletableFuture().join().entrySet().stream()
                    .collect(Collectors.toMap(end -> end.getKey().partition(), end -> end.getValue()
                            .offset()));
        }
    }
}
