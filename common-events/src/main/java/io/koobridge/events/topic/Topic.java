package io.koobridge.events.topic;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A topic of the table in design §4. Partition counts never change once records are keyed by them.
 *
 * @param name 1 to 249 of the characters that Kafka takes: letters, digits, {@code . _ -}
 * @param partitions at least 1
 * @param kept how long records live; absent for a compacted topic, which keeps the last record of each key
 */
public record Topic(String name, int partitions, @Nullable Duration kept) {

    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9._-]{1,249}");
    private static final String DEAD_LETTERS = ".dlq";
    private static final int DEAD_LETTER_PARTITIONS = 3;
    private static final Duration DEAD_LETTERS_KEPT = Duration.ofDays(90);

    public Topic {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Kafka takes no topic named " + name);
        }
        if (partitions < 1) {
            throw new IllegalArgumentException("topic %s needs a partition, has %d".formatted(name, partitions));
        }
    }

    /** Whether only the last record of each key is kept, for ever. */
    public boolean compacted() {
        return kept == null;
    }

    /** How long records live; empty for a compacted topic. */
    public Optional<Duration> retention() {
        return Optional.ofNullable(kept);
    }

    /** Where records of this topic go that could not be processed. */
    public Topic deadLetters() {
        return new Topic(deadLettersOf(name), DEAD_LETTER_PARTITIONS, DEAD_LETTERS_KEPT);
    }

    /** The name of the topic that takes the dead letters of the topic with this name. */
    public static String deadLettersOf(String topic) {
        return topic + DEAD_LETTERS;
    }

    /** The name of the topic whose dead letters stand in this one; empty when this one is for something else. */
    public Optional<String> lettersOf() {
        return name.endsWith(DEAD_LETTERS) && name.length() > DEAD_LETTERS.length()
                ? Optional.of(name.substring(0, name.length() - DEAD_LETTERS.length()))
                : Optional.empty();
    }
}
