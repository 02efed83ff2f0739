package io.koobridge.runtime.topic;

import org.apache.kafka.clients.admin.Admin;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.KafkaAdmin;

/** Topics, made or checked. */
@AutoConfiguration(after = KafkaAutoConfiguration.class)
@EnableConfigurationProperties(TopicsProperties.class)
class TopicAutoConfiguration {

    @Bean
    TopicsHealth topicsHealthIndicator(TopicKeeper keeper) {
        return new TopicsHealth(keeper);
    }

    @Bean
    TopicKeeper topicKeeper(ObjectProvider<RequiredTopics> required, TopicsProperties properties, KafkaAdmin kafka) {
        var topics = required.orderedStream()
                .flatMap(some -> some.topics().stream())
                .distinct()
                .toList();
        var round = new TopicRound(topics, properties);
        return new TopicKeeper(() -> {
            try (var admin = Admin.create(kafka.getConfigurationProperties())) {
                return round.run(new AdminTopicBroker(admin));
            }
        });
    }
}
