package io.koobridge.service.deadletter;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The dead letters of a service, as they stand on the broker. Each question has a consumer of its own, which belongs to no
 * group, reads at most a window of each partition, and is closed at the end. Blocking: not for the event loop.
 */
public final class DeadLetterShelf {

    /** Read of each partition for one answer; values are let go of at once. */
    static final int WINDOW = 500;

    private static final Duration WITHIN = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(200);

    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final Supplier<List<String>> topics;

    /**
     * Some of the newest letters.
     *
     * @param letters newest first, without a gap
     * @param more whether older ones are left
     */
    public record Slice(List<DeadLetter> letters, boolean more) {}

    public DeadLetterShelf(Supplier<Consumer<byte[], byte[]>> consumers, Supplier<List<String>> topics) {
        this.consumers = consumers;
        this.topics = topics;
    }

    /** Whether letters of this topic are ours. */
    boolean holds(String topic) {
        return topics.get().contains(topic);
    }

    /**
     * The newest letters.
     *
     * @param after only those that follow this one; when it is not there, neither is an answer
     * @throws org.apache.kafka.common.KafkaException when the broker does not answer in time
     */
    public Optional<Slice> newest(@Nullable DeadLetterId after) {
        try (var consumer = consumers.get()) {
            var partitions = partitions(consumer);
            var from = after == null ? null : read(consumer, after).orElse(null);
            if (after != null && from == null) {
                return Optional.empty();
            }
            if (partitions.isEmpty()) {
                return Optional.of(new Slice(List.of(), false));
            }
            var windows = Windows.of(consumer, partitions, from);
            var letters = new ArrayList<DeadLetter>();
            read(consumer, windows, record -> letters.add(DeadLetter.of(record)));
            return Optional.of(windows.withoutGap(letters));
        }
    }

    /** Empty when there is none, or none any more. */
    public Optional<ConsumerRecord<byte[], byte[]>> find(DeadLetterId id) {
        try (var consumer = consumers.get()) {
            return read(consumer, id);
        }
    }

    private List<TopicPartition> partitions(Consumer<byte[], byte[]> consumer) {
        return topics.get().stream()
                .map(consumer::partitionsFor)
                .flatMap(List<PartitionInfo>::stream)
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    private Optional<ConsumerRecord<byte[], byte[]>> read(Consumer<byte[], byte[]> consumer, DeadLetterId id) {
        if (!holds(id.topic())
                || consumer.partitionsFor(id.topic()).stream().noneMatch(info -> info.partition() == id.partition())) {
            return Optional.empty();
        }
        var found = new ArrayList<ConsumerRecord<byte[], byte[]>>(1);
        read(consumer, Windows.only(consumer, id), found::add);
        return found.stream().findFirst();
    }

    private static void read(
            Consumer<byte[], byte[]> consumer,
            Windows windows,
            java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> each) {
        long deadline = System.nanoTime() + WITHIN.toNanos();
        windows.open(consumer);
        while (!windows.readToTheEnd(consumer)) {
            if (System.nanoTime() - deadline > 0) {
                throw new TimeoutException("dead letters were not read within " + WITHIN);
            }
            for (var record : consumer.poll(POLL)) {
                if (windows.contain(record)) {
                    each.accept(record);
                }
            }
        }
    }
}
