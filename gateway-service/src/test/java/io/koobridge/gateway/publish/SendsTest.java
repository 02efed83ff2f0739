package io.koobridge.gateway.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.koobridge.gateway.moment.Gathering;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import reactor.test.scheduler.VirtualTimeScheduler;

class SendsTest {

    private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    private final AtomicLong nanos = new AtomicLong();
    private final Giving kafka = new Giving();
    private final Sends sends = new Sends(Gathering.MOMENT, 8, nanos::get);

    @AfterEach
    void end() {
        kafka.broker.countDown();
    }

    @Test
    void theFactsOfAMomentShareAThread() {
        kafka.broker.countDown();
        var sent = send(5);

        aMoment();

        assertThat(CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)))
                .succeedsWithin(Duration.ofSeconds(10));
        assertThat(sent).allSatisfy(one -> assertThat(one).isCompletedWithValue(new Publication.Stored()));
        assertThat(kafka.threads).hasSize(1);
    }

    @Test
    void oneThatWasTakenSlowlyHasBlockedToo() {
        kafka.broker.countDown();
        kafka.takes = Duration.ofMillis(21);
        send(3);

        aMoment();

        await("a thread each").until(() -> kafka.threads.size() == 3);
    }

    @Test
    void someThatAreTakenSlowlyTogetherHaveBlockedToo() {
        kafka.broker.countDown();
        kafka.takes = Duration.ofMillis(11);
        send(3);

        aMoment();

        await("a thread for the third").until(() -> kafka.threads.size() == 2);
    }

    @Test
    void anErrorOfKafkasClientConcernsItsFactAlone() {
        kafka.broker.countDown();
        kafka.breaks = true;
        var sent = send(3);

        aMoment();

        assertThat(CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)))
                .succeedsWithin(Duration.ofSeconds(10));
        assertThat(sent.getFirst().join()).isInstanceOf(Publication.NotStored.class);
        assertThat(sent.subList(1, 3))
                .allSatisfy(one -> assertThat(one).isCompletedWithValue(new Publication.Stored()));
    }

    /** Otherwise the last of many would wait for {@code max.block.ms} as often as there are facts before it. */
    @Tag("promise:answered-in-time")
    @Test
    void onceAFactHasBlockedTheOthersDoNotWaitForEachOther() {
        var sent = send(5);

        aMoment();
        await("the first to block").until(() -> kafka.threads.size() == 1);
        kafka.first.countDown();
        await("all others to block at the same time").until(() -> kafka.threads.size() == 5);

        kafka.broker.countDown();
        assertThat(CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)))
                .succeedsWithin(Duration.ofSeconds(10));
        assertThat(sent.getFirst().join()).isInstanceOf(Publication.NotStored.class);
        assertThat(sent.getLast().join()).isEqualTo(new Publication.Stored());
    }

    @Tag("promise:memory-is-bounded")
    @Test
    void moreThanCanWaitAreNotStored() {
        send(8);

        assertThat(send(1).getFirst())
                .isCompletedWithValue(new Publication.NotStored("too many facts wait to be sent"));
    }

    private List<CompletableFuture<Publication>> send(int count) {
        return IntStream.range(0, count)
                .mapToObj(index -> sends.send(new ProducerRecord<>("facts", "i-" + index, new byte[0]), kafka, time))
                .toList();
    }

    private void aMoment() {
        time.advanceTimeBy(Gathering.MOMENT);
    }

    /** The first record waits, as without metadata, and is refused; the others wait for the broker. */
    private final class Giving extends MockProducer<String, byte[]> {

        private final CountDownLatch first = new CountDownLatch(1);
        private final CountDownLatch broker = new CountDownLatch(1);
        private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
        private volatile Duration takes = Duration.ZERO;
        private volatile boolean breaks;

        private Giving() {
            super(true, null, new StringSerializer(), new ByteArraySerializer());
        }

        @Override
        @SuppressWarnings("UnsynchronizedOverridesSynchronized") // or they could not block at the same time
        public Future<RecordMetadata> send(ProducerRecord<String, byte[]> fact, @Nullable Callback callback) {
            threads.add(Thread.currentThread());
            nanos.addAndGet(takes.toNanos());
            if (breaks && "i-0".equals(fact.key())) {
                throw new NoClassDefFoundError("a class of the client");
            }
            if (broker.getCount() == 0) {
                return super.send(fact, callback);
            }
            waitFor("i-0".equals(fact.key()) ? first : broker);
            if (broker.getCount() > 0) {
                throw new TimeoutException("no metadata yet");
            }
            return super.send(fact, callback);
        }

        private void waitFor(CountDownLatch latch) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
