package io.koobridge.stack.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.stack.JavaProcess;
import io.koobridge.stack.process.FreePort;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.IntegerDeserializer;
import org.apache.kafka.common.serialization.IntegerSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerSurvivesKillTest {

    private static final int RECORDS = 500;
    private static final TopicPartition PARTITION = new TopicPartition("kept", 0);

    private final Path directory;
    private final int port = FreePort.next();
    private Process broker;

    BrokerSurvivesKillTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @AfterEach
    void stop() throws InterruptedException {
        broker.destroyForcibly().waitFor();
    }

    @Tag("promise:stand-ins-keep")
    @Test
    void everyAcknowledgedRecordIsReadAfterAKillAndAnotherControllerPort() throws Exception {
        try (var admin = Admin.create(settings())) {
            admin.createTopics(List.of(new NewTopic(PARTITION.topic(), 1, (short) 1)))
                    .all()
                    .get();
        }
        produceAndAwaitAcknowledgements();
        broker.destroyForcibly().waitFor();

        start();

        assertThat(recordsRead()).isEqualTo(RECORDS);
        broker.destroy();
        assertThat(broker.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }

    @BeforeEach
    void start() {
        broker = JavaProcess.start(
                directory.resolve("broker.log"),
                BrokerMain.class,
                Integer.toString(port),
                Integer.toString(FreePort.next()),
                directory.resolve("broker").toString());
        JavaProcess.awaitPort(port);
    }

    private void produceAndAwaitAcknowledgements() throws Exception {
        try (var producer = new KafkaProducer<>(settings(), new IntegerSerializer(), new IntegerSerializer())) {
            for (int i = 0; i < RECORDS; i++) {
                producer.send(new ProducerRecord<>(PARTITION.topic(), i, i)).get();
            }
        }
    }

    private int recordsRead() {
        int read = 0;
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        try (var consumer = new KafkaConsumer<>(settings(), new IntegerDeserializer(), new IntegerDeserializer())) {
            consumer.assign(List.of(PARTITION));
            consumer.seekToBeginning(List.of(PARTITION));
            while (read < RECORDS && System.nanoTime() < deadline) {
                read += consumer.poll(Duration.ofMillis(200)).count();
            }
        }
        return read;
    }

    private Map<String, Object> settings() {
        return Map.of("bootstrap.servers", "127.0.0.1:" + port);
    }
}
