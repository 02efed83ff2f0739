package io.koobridge.events.topic;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A topic of the table in design §4. Partition counts never change once records are keyed by them.
 *
 * @param kept how long records live; absent for a compacted topic, which keeps the last record of each key
 */
public record Topic(String name, int partitions, @Nullable Duration kept) {

    private static final int DEAD_LETTER_PARTITIONS = 3;
    private static final Duration DEAD_LETTERS_KEPT = Duration.ofDays(90);

    public boolean compacted() {
        return kept == null;
    }

    public Optional<Duration> retention() {
        return Optional.ofNullable(kept);
    }

    /** Where records of this topic go that could not be processed. */
    public Topic deadLetters() {
        return new Topic(name + ".dlq", DEAD_LETTER_PARTITIONS, DEAD_LETTERS_KEPT);
    }
}
