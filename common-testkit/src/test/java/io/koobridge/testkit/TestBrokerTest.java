package io.koobridge.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class TestBrokerTest {

    private final TestBroker broker = TestBroker.shared();

    @Test
    void readsEveryRecordOfATopicFromItsBeginning() throws Exception {
        broker.createTopic("read-everything", 3);
        Map<String, Object> settings = Map.of("bootstrap.servers", broker.bootstrapServers());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            for (int i = 0; i < 10; i++) {
                producer.send(new ProducerRecord<>("read-everything", "key-" + i, new byte[] {(byte) i}))
                        .get();
            }
        }

        var records = Records.readUntil(
                broker.bootstrapServers(), "read-everything", Duration.ofSeconds(30), read -> read.size() >= 10);

        assertThat(records).extracting(ConsumerRecord::key).hasSize(10).doesNotHaveDuplicates();
    }

    @Test
    void saysHowManyRecordsThereWereWhenTheConditionNeverHolds() {
        broker.createTopic("silent", 1);

        assertThatThrownBy(() -> Records.readUntil(
                        broker.bootstrapServers(), "silent", Duration.ofSeconds(1), read -> !read.isEmpty()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("silent")
                .hasMessageContaining("0 records");
    }

    @Test
    void waitsForATopicThatIsNotThereYet() {
        var created = Thread.ofVirtual().unstarted(() -> broker.createTopic("late", 1));

        var records = Records.readUntil(broker.bootstrapServers(), "late", Duration.ofSeconds(30), read -> {
            if (created.getState() == Thread.State.NEW) {
                created.start();
            }
            return created.getState() == Thread.State.TERMINATED;
        });

        assertThat(records).isEmpty();
    }
}
