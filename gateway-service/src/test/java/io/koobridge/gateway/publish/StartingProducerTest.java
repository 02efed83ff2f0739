package io.koobridge.gateway.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.config.ConfigException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class StartingProducerTest {

    @Test
    void aBrokerWhoseNameDoesNotResolveYetHoldsUpNothingAndIsTriedAgain() {
        var tries = new AtomicInteger();
        var made = new MockProducer<String, byte[]>();
        var producer = new StartingProducer(
                () -> {
                    if (tries.incrementAndGet() < 3) {
                        throw new ConfigException("No resolvable bootstrap urls");
                    }
                    return made;
                },
                List.of());

        producer.start();

        assertThat(producer.get()).isEmpty();
        Awaitility.await("the third try").atMost(Duration.ofSeconds(10)).until(() -> producer.get()
                .isPresent());
        producer.stop();
        assertThat(made.closed()).isTrue();
        assertThat(producer.isRunning()).isFalse();
    }

    @Test
    void aDefectIsTriedAgainToo() {
        var tries = new AtomicInteger();
        var producer = new StartingProducer(
                () -> {
                    if (tries.incrementAndGet() < 2) {
                        throw new IllegalStateException("not Kafka's own kind of failure");
                    }
                    return new MockProducer<>();
                },
                List.of());

        producer.start();

        Awaitility.await("the second try").atMost(Duration.ofSeconds(10)).until(() -> producer.get()
                .isPresent());
        producer.stop();
    }

    @Tag("promise:stored-before-answered")
    @Test
    void theSettingsAreThoseOfThePromise() {
        assertThat(ProducerSettings.ALL)
                .containsEntry("acks", "all")
                .containsEntry("max.block.ms", 150)
                .containsEntry("linger.ms", 1)
                .containsEntry("request.timeout.ms", 900)
                .containsEntry("delivery.timeout.ms", 2000);
    }
}
