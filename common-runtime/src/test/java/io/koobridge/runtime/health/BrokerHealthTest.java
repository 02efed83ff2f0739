package io.koobridge.runtime.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

class BrokerHealthTest {

    private final AtomicInteger made = new AtomicInteger();
    private final CountDownLatch resolved = new CountDownLatch(1);

    @Test
    @Timeout(20)
    void aNameThatIsNotResolvedInTimeHoldsNobodyUpAndIsAskedForOnce() throws InterruptedException {
        try (var health = new BrokerHealth(this::slow)) {
            var other = Thread.ofVirtual().start(health::health);

            assertThat(health.health()).extracting(Health::getStatus).isEqualTo(Status.DOWN);
            assertThat(health.health()).extracting(Health::getStatus).isEqualTo(Status.DOWN);
            other.join();
            assertThat(made).hasValue(1);

            resolved.countDown();
            Awaitility.await("a client that could not be made is made anew").until(() -> {
                health.health();
                return made.get() > 1;
            });
        }
    }

    /** Name resolution may block for as long as the resolver likes. */
    private Admin slow() {
        made.incrementAndGet();
        try {
            assertThat(resolved.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new KafkaException("no name resolves");
    }
}
