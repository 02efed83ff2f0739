package io.koobridge.runtime.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.koobridge.events.journal.JournalEntry;
import io.koobridge.events.journal.JournalEntry.FindingClosed;
import io.koobridge.events.topic.Topics;
import io.koobridge.events.wire.Decoded.Intact;
import io.koobridge.events.wire.EventCodec;
import io.koobridge.events.wire.EventFamily;
import io.koobridge.runtime.identity.ServiceName;
import io.koobridge.runtime.kafka.KafkaEvents;
import io.koobridge.testkit.MutableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.NotLeaderOrFollowerException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class KafkaJournalTest {

    @BeforeAll
    static void haveTimeOnABusyMachine() {
        Awaitility.setDefaultTimeout(Duration.ofMinutes(1));
    }

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final int CAPACITY = 10_000;

    private final MutableClock clock = MutableClock.at(NOON);
    private final AtomicInteger ids = new AtomicInteger();
    private SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final MockProducer<String, byte[]> kafka = producer(true);
    private KafkaJournal journal = journal(() -> kafka);

    @AfterEach
    void stop() {
        journal.stop();
    }

    @Test
    void anEntryBecomesAnEventOfThisServiceAndThisMoment() {
        journal.write("kb1", entry(1));
        clock.advance(Duration.ofHours(1));
        journal.start();

        await().untilAsserted(() -> assertThat(kafka.history()).hasSize(1));
        var record = kafka.history().getFirst();
        assertThat(record.topic()).isEqualTo(Topics.JOURNAL.name());
        assertThat(record.key()).isEqualTo("kb1");
        assertThat(new EventCodec<>(EventFamily.JOURNAL).decode(KafkaEvents.headers(record.headers()), record.value()))
                .isInstanceOfSatisfying(Intact.class, intact -> {
                    assertThat(intact.event().asOf()).isEqualTo(NOON);
                    assertThat(intact.event().source()).isEqualTo("/a-service");
                    assertThat(intact.event().id()).isEqualTo("id-1");
                    assertThat(intact.event().data()).isEqualTo(entry(1));
                });
    }

    @Tag("promise:journal-never-in-the-way")
    @Test
    void writingNeverThrowsAndNeverWaitsWhateverKafkaDoes() throws Exception {
        var release = new CountDownLatch(1);
        var opening = new CountDownLatch(1);
        journal = journal(() -> {
            opening.countDown();
            try {
                release.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new KafkaException("No resolvable bootstrap urls");
        });
        journal.start();
        journal.write("kb1", entry(1));
        opening.await();

        IntStream.range(0, CAPACITY + 100).forEach(i -> journal.write("kb1", entry(i)));

        assertThat(dropped("full")).isEqualTo(100.0);
        release.countDown();
        await().untilAsserted(() -> assertThat(dropped("unsent")).isGreaterThan(0));
    }

    @Test
    void anEntryThatKafkaDoesNotTakeIsCounted() {
        kafka.sendException = new KafkaException("no");
        journal.start();

        journal.write("kb1", entry(1));

        await().untilAsserted(() -> assertThat(dropped("unsent")).isOne());
    }

    @Test
    void anEntryWithoutASubjectIsCounted() {
        journal.write(" ", entry(1));
        journal.writeWhenPossible("", entry(2));

        assertThat(dropped("invalid")).isEqualTo(2);
    }

    @Test
    void whatWaitsForKafkaComesInOrderAndKeepsItsIdsWhenKafkaIsBack() {
        var failing = producer(false);
        var opened = new AtomicInteger();
        journal = journal(() -> {
            if (opened.getAndIncrement() == 0) {
                throw new KafkaException("No resolvable bootstrap urls");
            }
            return failing;
        });
        IntStream.range(0, 5).forEach(i -> journal.writeWhenPossible("kb" + i, entry(i)));
        journal.start();
        await().untilAsserted(() -> assertThat(failing.history()).hasSize(5));
        var first = List.copyOf(failing.history());
        for (var _ : first) {
            failing.errorNext(new NotLeaderOrFollowerException("Kafka is away"));
        }
        await().untilAsserted(() -> assertThat(failing.history()).hasSize(10));
        for (var _ : first) {
            failing.completeNext();
        }

        await().untilAsserted(() -> assertThat(waiting()).isZero());
        var second = failing.history().subList(5, 10);
        assertThat(second).extracting(ProducerRecord::key).containsExactly("kb0", "kb1", "kb2", "kb3", "kb4");
        assertThat(second)
                .extracting(ProducerRecord::headers)
                .isEqualTo(first.stream().map(ProducerRecord::headers).toList());
        assertThat(dropped("unsent") + dropped("full")).isZero();
    }

    @Tag("promise:memory-is-bounded")
    @Test
    void ofTooManyThatWaitTheOldestAreForgottenAndCounted() {
        IntStream.range(0, CAPACITY + 3).forEach(i -> journal.writeWhenPossible("kb" + i, entry(i)));

        assertThat(waiting()).isEqualTo(CAPACITY);
        assertThat(dropped("full")).isEqualTo(3);
        journal.start();
        await().untilAsserted(() -> assertThat(kafka.history()).hasSize(CAPACITY));
        assertThat(kafka.history().getFirst().key()).isEqualTo("kb3");
    }

    @Test
    void anEntryThatKafkaWillNeverTakeHoldsUpNoOther() {
        var picky = producer(false);
        journal = journal(() -> picky);
        journal.start();
        journal.writeWhenPossible("kb1", entry(1));
        await().until(() -> picky.errorNext(new RecordTooLargeException()));
        journal.writeWhenPossible("kb2", entry(2));

        await().until(picky::completeNext);

        assertThat(dropped("unsent")).isOne();
    }

    @Test
    void whatIsBufferedGoesOutBeforeTheServiceEnds() {
        journal.write("kb1", entry(1));
        journal.write("kb2", entry(2));

        journal.stop();

        assertThat(kafka.history()).hasSize(2);
        assertThat(kafka.closed()).isTrue();
    }

    @Test
    void aStoppedJournalStartsAgain() {
        var producers = List.of(kafka, producer(true));
        var opened = new AtomicInteger();
        journal = journal(() -> producers.get(opened.getAndIncrement()));
        journal.start();
        journal.write("kb1", entry(1));
        journal.stop();

        journal.start();
        journal.write("kb2", entry(2));

        await().untilAsserted(() -> assertThat(producers.getLast().history()).hasSize(1));
    }

    private KafkaJournal journal(Supplier<Producer<String, byte[]>> opening) {
        metrics = new SimpleMeterRegistry();
        var events = new JournalEvents(new ServiceName("a-service"), clock, () -> "id-" + ids.incrementAndGet());
        return new KafkaJournal(events, new JournalSender(opening), metrics);
    }

    private static MockProducer<String, byte[]> producer(boolean autoComplete) {
        return new MockProducer<>(autoComplete, null, new StringSerializer(), new ByteArraySerializer());
    }

    private static JournalEntry entry(int number) {
        return new FindingClosed("a-service", "kind-" + number);
    }

    private double dropped(String reason) {
        return metrics.get("koobridge.journal.dropped")
                .tag("reason", reason)
                .counter()
                .count();
    }

    private double waiting() {
        return metrics.get("koobridge.journal.waiting").gauge().value();
    }
}
