package io.koobridge.runtime.topic;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.topic.Topic;
import io.koobridge.runtime.topic.TopicsProperties.Mode;
import io.koobridge.testkit.TestBroker;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;

class TopicsOnBrokerTest {

    private final String run = UUID.randomUUID().toString();
    private final Topic log = new Topic("log-" + run, 2, Duration.ofHours(1));
    private final Topic states = new Topic("states-" + run, 1, null);

    @Test
    void topicsComeIntoBeingOnceAndAreRightAfterwards() throws Exception {
        try (var admin =
                Admin.create(Map.of("bootstrap.servers", TestBroker.shared().bootstrapServers()))) {
            var broker = new AdminTopicBroker(admin);
            var verify = new TopicRound(List.of(log, states), new TopicsProperties(Mode.VERIFY, 0));
            var create = new TopicRound(List.of(log, states), new TopicsProperties(Mode.CREATE, 0));

            assertThat(verify.run(broker).missing()).isTrue();
            create.run(broker);
            // Another service had the same thought a moment later.
            broker.create(List.of(new TopicBroker.NewTopicPlan(log.name(), 2, Map.of())));

            assertThat(verify.run(broker).missing()).isFalse();
            assertThat(verify.run(broker).warnings()).allMatch(warning -> warning.contains("min.insync.replicas=1"));
            assertThat(setting(admin, log, "retention.ms")).isEqualTo("3600000");
            assertThat(setting(admin, states, "cleanup.policy")).isEqualTo("compact");
        }
    }

    private static String setting(Admin admin, Topic topic, String name) throws Exception {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
        return admin.describeConfigs(List.of(resource)).all().get().values().stream()
                .map(config -> config.get(name).value())
                .collect(Collectors.joining());
    }
}
