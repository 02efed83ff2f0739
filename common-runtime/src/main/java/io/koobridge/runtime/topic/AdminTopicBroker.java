package io.koobridge.runtime.topic;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** A broker through Kafka's admin client. */
final class AdminTopicBroker implements TopicBroker {

    private static final int SECONDS = 10;

    private final Admin admin;

    AdminTopicBroker(Admin admin) {
        this.admin = admin;
    }

    @Override
    public Map<String, Found> find(Collection<String> names) throws Exception {
        var partitions = new HashMap<String, Integer>();
        for (var description : admin.describeTopics(names).topicNameValues().entrySet()) {
            try {
                partitions.put(
                        description.getKey(),
                        answer(description.getValue()).partitions().size());
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw e;
                }
            }
        }
        return withReplicas(partitions);
    }

    private Map<String, Found> withReplicas(Map<String, Integer> partitions) throws Exception {
        var resources = partitions.keySet().stream()
                .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                .toList();
        var found = new HashMap<String, Found>();
        answer(admin.describeConfigs(resources).all()).forEach((resource, config) -> {
            var minInSync = config.get(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG);
            found.put(
                    resource.name(),
                    new Found(
                            Objects.requireNonNull(partitions.get(resource.name())),
                            Integer.parseInt(minInSync.value())));
        });
        return found;
    }

    @Override
    public void create(Collection<NewTopicPlan> plans) throws Exception {
        var topics = plans.stream()
                // Replicas as the broker has it by default.
                .map(plan -> new NewTopic(plan.name(), Optional.of(plan.partitions()), Optional.empty())
                        .configs(plan.settings()))
                .toList();
        for (var created : admin.createTopics(topics).values().values()) {
            try {
                answer(created);
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
            }
        }
    }

    private static <T> T answer(KafkaFuture<T> future) throws Exception {
        return future.get(SECONDS, TimeUnit.SECONDS);
    }
}
