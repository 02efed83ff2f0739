package io.koobridge.stack.demo;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the seller's own systems read of orders (docs/orders.md): with ordinary tools, and the newest of each order counts. */
final class OrdersTopic implements AutoCloseable {

    private static final String TOPIC = "koobridge.state.orders";
    private static final Duration MOMENT = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final KafkaConsumer<String, String> consumer;
    private final Map<String, JsonNode> newest = new HashMap<>();

    OrdersTopic(String bootstrapServers) {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "enable.auto.commit", "false"),
                new StringDeserializer(),
                new StringDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(TOPIC).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** What is told of the order, as soon as it will do or when no more time is left. */
    JsonNode await(String orderId, Predicate<JsonNode> wanted) {
        return Waiting.until(PATIENCE, () -> of(orderId), wanted);
    }

    private JsonNode of(String orderId) {
        for (var message : consumer.poll(MOMENT)) {
            JsonNode told = JsonMapper.shared().readTree(message.value());
            newest.merge(told.path("orderId").asString(""), told, OrdersTopic::newer);
        }
        return newest.getOrDefault(orderId, JsonMapper.shared().createObjectNode());
    }

    private static JsonNode newer(JsonNode known, JsonNode told) {
        return told.path("version").asLong() >= known.path("version").asLong() ? told : known;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
