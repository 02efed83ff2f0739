package io.koobridge.stack.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the seller's own systems read of orders (docs/orders.md): with ordinary tools, all of an order in the order of its versions. */
final class OrdersTopic implements AutoCloseable {

    private static final String TOPIC = "koobridge.state.orders";
    private static final Duration MOMENT = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final KafkaConsumer<String, String> consumer;
    private final Map<String, List<JsonNode>> told = new HashMap<>();

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

    /** The newest that will do of what was ever told of the order; without any, and when no more time is left, the newest. */
    JsonNode await(String orderId, Predicate<JsonNode> wanted) {
        return Waiting.until(PATIENCE, () -> of(orderId, wanted), wanted);
    }

    private JsonNode of(String orderId, Predicate<JsonNode> wanted) {
        for (var message : consumer.poll(MOMENT)) {
            JsonNode state = JsonMapper.shared().readTree(message.value());
            told.computeIfAbsent(state.path("orderId").asString(""), _ -> new ArrayList<>())
                    .add(state);
        }
        var newestFirst = told.getOrDefault(orderId, List.of()).reversed();
        return newestFirst.stream()
                .filter(wanted)
                .findFirst()
                .or(() -> newestFirst.stream().findFirst())
                .orElseGet(() -> JsonMapper.shared().createObjectNode());
    }

    @Override
    public void close() {
        consumer.close();
    }
}
