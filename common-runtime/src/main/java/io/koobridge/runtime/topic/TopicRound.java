package io.koobridge.runtime.topic;

import io.koobridge.events.topic.Topic;
import io.koobridge.runtime.topic.TopicBroker.Found;
import io.koobridge.runtime.topic.TopicBroker.NewTopicPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;

/** One look at the topics: creates what is missing, if that is this service's task, and says what is wrong. */
final class TopicRound {

    private static final int FEWEST_REPLICAS = 2;

    private final List<Topic> topics;
    private final TopicsProperties properties;

    TopicRound(List<Topic> topics, TopicsProperties properties) {
        this.topics = topics;
        this.properties = properties;
    }

    /**
     * What a look showed.
     *
     * @param missing some topic is not there
     * @param warnings sentences for the operator
     */
    record Seen(boolean missing, List<String> warnings) {}

    Seen run(TopicBroker broker) throws Exception {
        var names = topics.stream().map(Topic::name).toList();
        var found = broker.find(names);
        var missing = topics.stream()
                .filter(topic -> !found.containsKey(topic.name()))
                .toList();
        if (missing.isEmpty() || properties.mode() == TopicsProperties.Mode.VERIFY) {
            return seen(found);
        }
        broker.create(missing.stream().map(this::plan).toList());
        return seen(broker.find(names));
    }

    private NewTopicPlan plan(Topic topic) {
        var settings = topic.retention()
                .map(kept -> Map.of(TopicConfig.RETENTION_MS_CONFIG, Long.toString(kept.toMillis())))
                .orElse(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
        return new NewTopicPlan(topic.name(), properties.partitionsOf(topic), settings);
    }

    private Seen seen(Map<String, Found> found) {
        var warnings = new ArrayList<String>();
        boolean missing = false;
        for (var topic : topics) {
            switch (found.get(topic.name())) {
                case null -> {
                    missing = true;
                    warnings.add("topic %s is missing; it needs %d partitions%s"
                            .formatted(
                                    topic.name(),
                                    properties.partitionsOf(topic),
                                    topic.compacted() ? " and cleanup.policy=compact" : ""));
                }
                case Found it -> warnings.addAll(wrong(topic, it));
            }
        }
        return new Seen(missing, warnings);
    }

    private List<String> wrong(Topic topic, Found found) {
        var wrong = new ArrayList<String>();
        if (found.partitions() != properties.partitionsOf(topic)) {
            wrong.add("topic %s has %d partitions, not %d: keys are spread otherwise than other installations' are"
                    .formatted(topic.name(), found.partitions(), properties.partitionsOf(topic)));
        }
        if (found.minInSync() < FEWEST_REPLICAS && !properties.local()) {
            wrong.add("topic %s has min.insync.replicas=%d: with one broker lost, acknowledged records may be lost"
                    .formatted(topic.name(), found.minInSync()));
        }
        return wrong;
    }
}
