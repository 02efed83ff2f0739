package io.koobridge.runtime.topic;

import java.util.Collection;
import java.util.Map;

/** What the keeper needs of a broker. Every method throws {@link java.util.concurrent.ExecutionException} when it does not answer. */
interface TopicBroker {

    /**
     * A topic as the broker has it.
     *
     * @param minInSync {@code min.insync.replicas}
     */
    record Found(int partitions, int minInSync) {}

    /** The topics of these names that exist. */
    Map<String, Found> find(Collection<String> names) throws Exception;

    /** Creates topics; one that somebody else made in the meantime is no error. */
    void create(Collection<NewTopicPlan> plans) throws Exception;

    /**
     * A topic to create.
     *
     * @param settings of the topic, by Kafka's names
     */
    record NewTopicPlan(String name, int partitions, Map<String, String> settings) {}
}
