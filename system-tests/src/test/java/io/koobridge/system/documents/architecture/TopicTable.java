package io.koobridge.system.documents.architecture;

import io.koobridge.events.topic.Topic;
import io.koobridge.events.topic.Topics;
import io.koobridge.system.Repository;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The topics that {@code common-events} knows. */
final class TopicTable {

    private TopicTable() {}

    static String markdown() {
        var shared = Arrays.stream(Topics.class.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()))
                .map(TopicTable::topic);
        return Stream.concat(shared, servicesWithWork().map(Topics::requests))
                .flatMap(topic ->
                        topic.name().contains(".facts.") ? Stream.of(topic, topic.deadLetters()) : Stream.of(topic))
                .sorted(Comparator.comparing(Topic::name))
                .map(TopicTable::row)
                .collect(Collectors.joining("\n", """
                        | topic | partitions | kept |
                        |---|---|---|
                        """, "\n"));
    }

    /** Whoever knows the reconcile loop has work of its own. */
    private static Stream<String> servicesWithWork() {
        return Repository.modules().stream()
                .filter(module -> module.endsWith("-service") && !module.startsWith("common-"))
                .filter(module -> ModuleGraph.of(module).contains("common-service"));
    }

    private static String row(Topic topic) {
        var kept = topic.retention().map(time -> time.toDays() + " days").orElse("the last record of each key");
        return "| `%s` | %d | %s |".formatted(topic.name(), topic.partitions(), kept);
    }

    private static Topic topic(Field field) {
        try {
            return (Topic) field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(field + " is public", e);
        }
    }
}
