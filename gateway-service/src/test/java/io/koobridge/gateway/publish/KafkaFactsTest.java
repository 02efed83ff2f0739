package io.koobridge.gateway.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.Event;
import io.koobridge.events.instance.InstanceFact;
import io.koobridge.events.instance.InstanceFact.InstancePurchased;
import io.koobridge.events.instance.InstanceKind;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.order.OrderFact.OrderNotified;
import io.koobridge.events.topic.Topics;
import io.koobridge.runtime.trace.Spans;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class KafkaFactsTest {

    private static final Node BROKER = new Node(1, "localhost", 9092);
    private static final String TOPIC = Topics.INSTANCE_FACTS.name();

    private final MockProducer<String, byte[]> kafka = new MockProducer<>(
            new Cluster(
                    "test",
                    List.of(BROKER),
                    List.of(new PartitionInfo(TOPIC, 0, BROKER, new Node[] {BROKER}, new Node[] {BROKER})),
                    java.util.Set.of(),
                    java.util.Set.of()),
            false,
            null,
            new StringSerializer(),
            new ByteArraySerializer());
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final StartingProducer producer = new StartingProducer(() -> kafka, List.of(Topics.INSTANCE_FACTS));
    private final KafkaFacts facts = new KafkaFacts(producer, meters, Spans.unrecorded());
    private final FactPublisher<InstanceFact> publisher = facts.of(FactFamily.INSTANCES);

    @AfterEach
    void stop() {
        producer.stop();
    }

    @Tag("promise:stored-before-answered")
    @Test
    void aFactIsStoredWhenItIsAcknowledgedAndNotBefore() {
        started();

        var publication = publish("i-1");
        awaitSent(1);

        assertThat(publication).isNotDone();
        kafka.completeNext();
        assertThat(publication.join()).isEqualTo(new Publication.Stored());
        assertThat(kafka.history()).singleElement().satisfies(record -> {
            assertThat(record.topic()).isEqualTo(TOPIC);
            assertThat(record.key()).isEqualTo("i-1");
            assertThat(new String(
                            record.headers().lastHeader("ce_type").value(), java.nio.charset.StandardCharsets.UTF_8))
                    .isEqualTo("io.koobridge.fact.instance.purchased");
        });
        assertThat(meters.get("koobridge.publish").timer().count()).isEqualTo(1);
    }

    @Test
    void aFactThatIsNotAcknowledgedIsNotKnownToBeStored() {
        started();
        var publication = publish("i-1");
        awaitSent(1);

        kafka.errorNext(new TimeoutException("120 ms has passed"));

        assertThat(publication.join()).isInstanceOfSatisfying(Publication.NotStored.class, not -> assertThat(not.why())
                .contains("120 ms has passed"));
    }

    @Test
    void aProducerThatThrowsIsAnAnswerToo() {
        started();
        kafka.sendException = new KafkaException("out of memory");

        assertThat(publish("i-1").join()).isInstanceOf(Publication.NotStored.class);
    }

    @Test
    void withoutAProducerNothingIsStoredAndNobodyWaits() {
        assertThat(publish("i-1").join()).isInstanceOf(Publication.NotStored.class);
    }

    @Tag("promise:memory-is-bounded")
    @Test
    void noMoreThanFiveHundredAndTwelveFactsAreSentAtOnce() {
        started();
        var sent =
                IntStream.range(0, 512).mapToObj(index -> publish("i-" + index)).toList();
        awaitSent(512);

        assertThat(publish("one-more").join()).isInstanceOf(Publication.NotStored.class);
        assertThat(sent).noneMatch(CompletableFuture::isDone);
        kafka.completeNext();
        var afterwards = publish("afterwards");
        awaitSent(513);
        assertThat(afterwards).isNotDone();
    }

    @Test
    void eachFamilyHasItsTopicAndAllShareOneProducer() {
        started();
        var now = Instant.EPOCH;
        var orders = facts.of(FactFamily.ORDERS);

        var unused = orders.publish(new Event<>("fact", "CS~1", "/o", now, now, null, new OrderNotified("CS", "1")))
                .subscribe();
        var unusedToo = publish("i-1");
        awaitSent(2);

        assertThat(kafka.history())
                .extracting(record -> record.topic() + ' ' + record.key())
                .containsExactlyInAnyOrder(Topics.ORDER_FACTS.name() + " CS~1", TOPIC + " i-1");
    }

    @Test
    void aFactThatNobodyWaitsForAnyMoreIsSentToItsEndAndCounted() {
        started();
        publisher.publish(fact("i-1")).subscribe().dispose();
        awaitSent(1);

        kafka.completeNext();

        Awaitility.await("its end")
                .until(() -> meters.get("koobridge.publish").timer().count() == 1);
    }

    private void started() {
        producer.start();
        Awaitility.await("the producer").until(() -> producer.get().isPresent());
    }

    private void awaitSent(int count) {
        Awaitility.await("facts are sent")
                .atMost(Duration.ofSeconds(10))
                .until(() -> kafka.history().size() == count);
    }

    private CompletableFuture<Publication> publish(String instanceId) {
        return publisher.publish(fact(instanceId)).toFuture();
    }

    private static Event<InstanceFact> fact(String instanceId) {
        var now = Instant.EPOCH;
        var purchase = new InstancePurchased(InstanceKind.SAAS, new OrderKey("CS", "L", null));
        return new Event<>("fact", instanceId, "/a", now, now, null, purchase);
    }
}
