package io.koobridge.runtime.journal;

import io.koobridge.events.topic.Topics;
import io.koobridge.runtime.identity.ServiceName;
import io.koobridge.runtime.kafka.KafkaClients;
import io.koobridge.runtime.topic.RequiredTopics;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The journal on Kafka, unless the application brings another, as tests do. */
@AutoConfiguration
class JournalAutoConfiguration {

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnMissingBean(Journal.class)
    static class OnKafka {

        @Bean
        Journal journal(KafkaClients kafka, ServiceName service, Clock clock, MeterRegistry metrics) {
            var settings = producerSettings(service);
            return new KafkaJournal(
                    new JournalEvents(service, clock, () -> UUID.randomUUID().toString()),
                    new JournalSender(() -> kafka.producer(settings)),
                    metrics);
        }

        @Bean
        RequiredTopics journalTopic() {
            return RequiredTopics.of(Topics.JOURNAL);
        }
    }

    /**
     * One replica's word is enough: when too few replicas are left for facts, callbacks are answered {@code 000005}, and just
     * then the journal has most to tell. Entries may overtake each other or come twice; each carries its time and an id.
     */
    static Map<String, Object> producerSettings(ServiceName service) {
        return Map.ofEntries(
                Map.entry(ProducerConfig.CLIENT_ID_CONFIG, service.value() + "-journal"),
                Map.entry(ProducerConfig.ACKS_CONFIG, "1"),
                Map.entry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, false),
                Map.entry(ProducerConfig.MAX_BLOCK_MS_CONFIG, 1_000),
                Map.entry(ProducerConfig.LINGER_MS_CONFIG, 5),
                Map.entry(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 3_000),
                Map.entry(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000),
                Map.entry(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4"),
                Map.entry(ProducerConfig.BATCH_SIZE_CONFIG, 64 << 10),
                Map.entry(ProducerConfig.BUFFER_MEMORY_CONFIG, 8L << 20));
    }
}
