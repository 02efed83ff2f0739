package io.koobridge.runtime.kafka;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;

/** Kafka's clients as this suite makes them. */
@AutoConfiguration(after = KafkaAutoConfiguration.class)
class KafkaClientsAutoConfiguration {

    @Bean
    KafkaClients kafkaClients(KafkaProperties properties, KafkaConnectionDetails connection) {
        return new KafkaClients(properties, connection);
    }
}
