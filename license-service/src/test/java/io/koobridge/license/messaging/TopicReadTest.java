package io.koobridge.license.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.testkit.MutableClock;
import io.koobridge.testkit.TestBroker;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TopicReadTest {

    private static final Map<String, Object> BROKER = Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, TestBroker.shared().bootstrapServers());
    private static final Instant BEGIN = Instant.parse("2026-11-22T08:00:00Z");

    private final String name = "read-" + UUID.randomUUID();
    private final MutableClock clock = MutableClock.at(BEGIN);
    private final TopicRead read = new TopicRead(() -> Admin.create(BROKER), name, name, clock);
    private Admin admin;

    @BeforeEach
    void createTopic() {
        TestBroker.shared().createTopic(name, 2);
        admin = Admin.create(BROKER);
    }

    @AfterEach
    void close() {
        admin.close();
    }

    @Test
    void ofAnEmptyTopicEverythingIsRead() {
        assertThat(read.asOf().block()).isEqualTo(BEGIN);
    }

    @Test
    void untilTheGroupIsWhereTheEndWasNobodyCanTell() throws Exception {
        store(0, 3);
        store(1, 2);
        assertThat(read.asOf().block()).as("nothing is read").isNull();

        clock.advance(Duration.ofMinutes(1));
        commit(0, 3);
        commit(1, 1);
        assertThat(read.asOf().block()).as("one waits").isNull();

        clock.advance(Duration.ofMinutes(1));
        commit(1, 2);
        assertThat(read.asOf().block()).isEqualTo(BEGIN.plusSeconds(120));
    }

    @Test
    void whileRecordsKeepComingItIsToldWhatTheEndWasBefore() throws Exception {
        store(0, 3);
        assertThat(read.asOf().block()).isNull();

        clock.advance(Duration.ofMinutes(1));
        commit(0, 3);
        store(0, 1);
        assertThat(read.asOf().block()).isEqualTo(BEGIN);

        clock.advance(Duration.ofMinutes(1));
        commit(0, 4);
        store(0, 1);
        assertThat(read.asOf().block()).isEqualTo(BEGIN.plusSeconds(60));
    }

    @Test
    void whatIsDeletedUnreadWaitsNoMore() throws Exception {
        store(0, 3);
        admin.deleteRecords(Map.of(new TopicPartition(name, 0), RecordsToDelete.beforeOffset(3)))
                .all()
                .get();

        assertThat(read.asOf().block()).isEqualTo(BEGIN);
    }

    private void store(int partition, int records) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        TestBroker.shared().bootstrapServers()),
                new StringSerializer(),
                new StringSerializer())) {
            for (int i = 0; i < records; i++) {
                producer.send(new ProducerRecord<>(name, partition, "key", "value"))
                        .get();
            }
        }
    }

    private void commit(int partition, long offset) throws Exception {
        admin.alterConsumerGroupOffsets(
                        name, Map.of(new TopicPartition(name, partition), new OffsetAndMetadata(offset)))
                .all()
                .get();
    }
}
