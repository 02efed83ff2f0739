package io.koobridge.runtime.topic;

import io.koobridge.events.topic.Topic;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who makes the topics: {@code koobridge.topics.*}.
 *
 * @param mode whether this service makes missing topics, or only looks whether they are right
 * @param partitions of every topic, instead of what docs/architecture.md lists; 0 keeps the table
 */
@ConfigurationProperties("koobridge.topics")
record TopicsProperties(
        @DefaultValue("verify") Mode mode,
        @DefaultValue("0") int partitions) {

    enum Mode {
        /** This service, when they are missing. */
        CREATE,
        /** Somebody else; this service looks whether they are right. */
        VERIFY
    }

    TopicsProperties {
        if (partitions < 0) {
            throw new IllegalArgumentException(
                    "koobridge.topics.partitions must be 0 (the table) or more, is " + partitions);
        }
    }

    int partitionsOf(Topic topic) {
        return partitions > 0 ? partitions : topic.partitions();
    }

    /** One broker on somebody's own machine has no second replica to ask for. */
    boolean local() {
        return mode == Mode.CREATE && partitions > 0;
    }
}
