package io.koobridge.service.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.service.Stores;
import io.koobridge.service.config.LedgerModule;
import io.koobridge.service.facts.DeadLetters;
import io.koobridge.testkit.FreePorts;
import io.koobridge.testkit.TestBroker;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

class WaitingLettersTest {

    private final Stores stores = Stores.fresh(WaitingLettersTest.class);
    private final String topic = "facts-" + UUID.randomUUID() + ".dlq";
    private final KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", broker()), new ByteArraySerializer(), new ByteArraySerializer());
    private final DeadLetterMarks marks =
            new DeadLetterMarks(LedgerModule.collection(stores.database(), "marks"), Clock.systemUTC());
    private final AtomicReference<String> address = new AtomicReference<>(broker());
    private final AtomicInteger polls = new AtomicInteger();
    private final DeadLetterShelf shelf = new DeadLetterShelf(this::consumer, () -> List.of(topic));
    private final WaitingLetters waiting = new WaitingLetters(shelf, marks, Schedulers.boundedElastic());

    @BeforeEach
    void createTopic() {
        TestBroker.shared().createTopic(topic, 3);
    }

    @AfterEach
    void close() {
        producer.close();
        stores.close();
    }

    @Test
    void lettersThatNobodyDealtWithAreCountedByReason() throws Exception {
        assertThat(count())
                .containsOnly(
                        Map.entry("unreadable", 0L), Map.entry("undecidable", 0L), Map.entry("unreadable-entry", 0L));

        put(0, "unreadable");
        put(1, "unreadable");
        put(2, "undecidable");

        assertThat(count()).containsEntry("unreadable", 2L).containsEntry("undecidable", 1L);
    }

    @Test
    void whatSomebodyDealtWithWaitsNoMore() throws Exception {
        put(0, "unreadable");
        put(1, "unreadable");
        assertThat(count()).containsEntry("unreadable", 2L);

        marks.parked(shelf.newest(null).orElseThrow().letters().getFirst(), "known")
                .block();

        assertThat(count()).containsEntry("unreadable", 1L);
    }

    @Test
    void aPartitionThatHasMoreThanIsLookedAtHidesNoOlderLetterOfAnother() throws Exception {
        put(1, "undecidable");
        put(0, "unreadable", 501);

        assertThat(count()).containsEntry("undecidable", 1L).containsEntry("unreadable", 500L);
    }

    @Test
    void aReasonThatAnybodyWroteMakesNoLabelOfItsOwn() throws Exception {
        for (int i = 0; i < 20; i++) {
            put(0, "made up " + i);
        }

        assertThat(count()).hasSize(4).containsEntry("other", 20L);
    }

    @Test
    void lettersAreReadOnceHoweverOftenTheyAreCounted() throws Exception {
        put(0, "unreadable");
        count();
        int read = polls.get();

        assertThat(count()).containsEntry("unreadable", 1L);

        assertThat(polls).hasValue(read);
    }

    @Test
    void aBrokerThatIsAwayIsAnErrorAndNotANumber() {
        address.set("127.0.0.1:" + FreePorts.next());

        StepVerifier.create(waiting.byReason()).expectError().verify(Duration.ofSeconds(60));
    }

    private Map<String, Long> count() {
        return Objects.requireNonNull(waiting.byReason().block(Duration.ofSeconds(30)));
    }

    private void put(int partition, String reason) throws Exception {
        put(partition, reason, 1);
    }

    private void put(int partition, String reason, int times) throws Exception {
        var sent = new ArrayList<Future<?>>();
        for (int i = 0; i < times; i++) {
            var record = new ProducerRecord<byte[], byte[]>(topic, partition, new byte[] {1}, new byte[] {2});
            record.headers().add(DeadLetters.REASON, reason.getBytes(UTF_8));
            sent.add(producer.send(record));
        }
        for (var each : sent) {
            each.get();
        }
    }

    private Consumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(at(address.get()), new ByteArrayDeserializer(), new ByteArrayDeserializer()) {
            @Override
            public ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
                polls.incrementAndGet();
                return super.poll(timeout);
            }
        };
    }

    private static String broker() {
        return TestBroker.shared().bootstrapServers();
    }

    private static Map<String, Object> at(String broker) {
        return Map.of("bootstrap.servers", broker, "default.api.timeout.ms", 4_000, "request.timeout.ms", 3_000);
    }
}
