package io.koobridge.runtime.health;

import org.apache.kafka.clients.admin.Admin;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.KafkaAdmin;

/** Every process of the suite needs the broker. */
@AutoConfiguration(after = KafkaAutoConfiguration.class)
class HealthAutoConfiguration {

    @Bean
    BrokerHealth brokerHealthIndicator(KafkaAdmin kafka) {
        return new BrokerHealth(() -> Admin.create(kafka.getConfigurationProperties()));
    }
}
