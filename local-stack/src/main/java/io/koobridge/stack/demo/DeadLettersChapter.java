package io.koobridge.stack.demo;

import io.koobridge.stack.process.StackFailure;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody writes what no fact is to the topic of facts: it is put aside, and the rest goes on. */
final class DeadLettersChapter implements Chapter {

    private static final String TOPIC = "koobridge.facts.instances";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Override
    public String name() {
        return "dead-letters";
    }

    @Override
    public String title() {
        return "A record that nobody can read is put aside, shown and previewed; everything else goes on";
    }

    @Override
    public void play(Stage stage) {
        String key = "demo-" + System.nanoTime();
        int written = write(stage.place().variable("KOOBRIDGE_BROKER_ADDRESS"), key);
        var letters = Waiting.until(PATIENCE, () -> find(stage, "open", key), found -> found.size() >= written);
        stage.sheet()
                .check(
                        "%d dead letters, one of each partition: %s"
                                .formatted(
                                        letters.size(),
                                        letters.stream()
                                                .map(letter ->
                                                        letter.path("reason").asString(""))
                                                .distinct()
                                                .toList()),
                        letters.size() == written && written > 0,
                        "%d with the key %s".formatted(written, key));
        var ids = letters.stream().map(letter -> letter.path("id").asString("")).toList();
        ids.stream().limit(1).forEach(id -> show(stage, id));
        ids.forEach(id -> stage.said(0, "dead-letters", "park", id, "--why", "the demo wrote it"));
        int parked = find(stage, "parked", key).size();
        stage.sheet()
                .check(
                        "%d of them are parked, none is open".formatted(parked),
                        parked == written && find(stage, "open", key).isEmpty(),
                        written + " parked");
        Purchase.ready(stage, "{}");
    }

    private static void show(Stage stage, String id) {
        stage.said(0, "dead-letters", "show", id);
        var preview = stage.said(0, "dead-letters", "preview", id);
        stage.sheet()
                .check(
                        "a replay would put it aside again",
                        preview.contains("put aside again: unreadable"),
                        "put aside again: unreadable");
    }

    private static List<JsonNode> find(Stage stage, String state, String key) {
        var arguments = new ArrayList<>(List.of("dead-letters", "list", "--state", state, "--json"));
        try {
            return JsonMapper.shared()
                    .readTree(stage.place().cli().run(arguments).output())
                    .path("deadLetters")
                    .valueStream()
                    .filter(letter -> letter.path("key").asString("").equals(key))
                    .toList();
        } catch (JacksonException e) {
            return List.of();
        }
    }

    /** To every partition, so that whatever comes next comes after one of them. Returns how many. */
    private static int write(String bootstrapServers, String key) {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", bootstrapServers, "acks", "all", "max.block.ms", 20_000),
                new StringSerializer(),
                new ByteArraySerializer())) {
            byte[] value = "this is no fact".getBytes(StandardCharsets.UTF_8);
            var partitions = producer.partitionsFor(TOPIC);
            for (var partition : partitions) {
                producer.send(new ProducerRecord<>(TOPIC, partition.partition(), key, value))
                        .get();
            }
            return partitions.size();
        } catch (ExecutionException e) {
            throw new StackFailure("The broker does not take a record: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted while a record was written", e);
        }
    }
}
