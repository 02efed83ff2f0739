package io.koobridge.runtime.topic;

import io.koobridge.events.topic.Topic;
import java.util.List;

/** Topics that this service reads or writes: a bean of this type for each part that needs some. Retry topics belong here too. */
public record RequiredTopics(List<Topic> topics) {

    public RequiredTopics {
        topics = List.copyOf(topics);
    }

    public static RequiredTopics of(Topic... topics) {
        return new RequiredTopics(List.of(topics));
    }
}
