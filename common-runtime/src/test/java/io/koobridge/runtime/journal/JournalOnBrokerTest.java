package io.koobridge.runtime.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.journal.JournalEntry.FindingClosed;
import io.koobridge.events.topic.Topics;
import io.koobridge.runtime.Http;
import io.koobridge.runtime.LateBroker;
import io.koobridge.runtime.TestService;
import io.koobridge.testkit.Records;
import io.koobridge.testkit.TestBroker;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class JournalOnBrokerTest {

    static class NoBeans {}

    /** Defends: an outage of Kafka neither keeps a service from starting nor swallows what it answered meanwhile. */
    @Tag("promise:starts-anyway")
    @Tag("promise:ready-without-them")
    @Test
    void aServiceStartsWithoutKafkaAndTellsAfterwardsWhatMustBeTold() throws Exception {
        try (var broker = new LateBroker()) {
            var begin = System.nanoTime();
            try (var service = TestService.start(
                    NoBeans.class,
                    "spring.kafka.bootstrap-servers=" + broker.address(),
                    "koobridge.topics.mode=create",
                    "koobridge.topics.partitions=3")) {
                assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(60));
                assertThat(Http.get(service.internalUrl("/actuator/health/readiness"))
                                .statusCode())
                        .isEqualTo(200);

                var journal = service.context().getBean(Journal.class);
                for (int i = 0; i < 300; i++) {
                    journal.writeWhenPossible("outage", new FindingClosed("test-service", "kind-" + i));
                }
                broker.appear();

                var records = Records.readUntil(
                        TestBroker.shared().bootstrapServers(),
                        Topics.JOURNAL.name(),
                        Duration.ofSeconds(60),
                        read -> read.stream()
                                        .filter(record -> record.key().equals("outage"))
                                        .count()
                                >= 300);
                assertThat(records)
                        .filteredOn(record -> record.key().equals("outage"))
                        .extracting(ConsumerRecord::partition)
                        .containsOnly(records.getFirst().partition());
                assertThat(Http.get(service.internalUrl("/actuator/prometheus")).body())
                        .contains("koobridge_journal_dropped_total{application=\"test-service\",reason=\"full\"} 0.0");
            }
        }
    }
}
