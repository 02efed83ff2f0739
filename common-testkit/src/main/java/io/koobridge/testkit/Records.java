package io.koobridge.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads a topic from its beginning, apart from any consumer group. */
public final class Records {

    private static final Duration POLL = Duration.ofMillis(200);

    /** At the end of a topic the broker keeps a question for so long, and a consumer that closes waits for the answer. */
    private static final Duration WAIT_AT_THE_END = Duration.ofMillis(50);

    private Records() {}

    /**
     * All records of the topic read until the condition holds, in order within each partition.
     *
     * @param within how long to wait, also for the topic to come into being
     * @throws AssertionError when the condition does not hold in time; it says how many records there were
     */
    public static List<ConsumerRecord<String, byte[]>> readUntil(
            String bootstrapServers,
            String topic,
            Duration within,
            Predicate<? super List<ConsumerRecord<String, byte[]>>> condition) {
        long deadline = System.nanoTime() + within.toNanos();
        var records = new ArrayList<ConsumerRecord<String, byte[]>>();
        try (var consumer = consumer(bootstrapServers)) {
            do {
                if (consumer.assignment().isEmpty()) {
                    assign(consumer, topic);
                } else {
                    consumer.poll(POLL).forEach(records::add);
                }
                if (condition.test(records)) {
                    return List.copyOf(records);
                }
            } while (System.nanoTime() < deadline);
        }
        throw new AssertionError("The condition on topic %s did not hold within %s; %d records were read"
                .formatted(topic, within, records.size()));
    }

    private static void assign(Consumer<String, byte[]> consumer, String topic) {
        try {
            var partitions = consumer.partitionsFor(topic, POLL).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
        } catch (TimeoutException e) {
            // The topic is not there yet: asked again until the caller's time is up.
        }
    }

    private static Consumer<String, byte[]> consumer(String bootstrapServers) {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                        Math.toIntExact(WAIT_AT_THE_END.toMillis())),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }
}
