package io.koobridge.service.deadletter;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    /** So many are read of each partition for one answer; where those are too many bytes or take too long, fewer. */
    private static final List<Integer> WINDOWS = List.of(500, 50, 5, 1);

    /** Read for one attempt at an answer; values are let go of at once. */
    private static final long MOST_BYTES = 32L * 1024 * 1024;

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

    /**
     * What stood here at some time.
     *
     * @param begins first offset of each partition
     * @param ends offset after the last one
     * @param letters the newest of each partition, whatever lies between those of different ones
     */
    record Glance(Map<TopicPartition, Long> begins, Map<TopicPartition, Long> ends, List<DeadLetter> letters) {

        static final Glance NOTHING = new Glance(Map.of(), Map.of(), List.of());
    }

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
            var window = newest(consumer, partitions, from);
            return Optional.of(window.windows().withoutGap(window.letters()));
        }
    }

    /** The newest letters; those of the last glance when nothing came or went since, which two questions for offsets tell. */
    Glance glance(Glance last) {
        try (var consumer = consumers.get()) {
            var partitions = partitions(consumer);
            var begins = consumer.beginningOffsets(partitions);
            var ends = consumer.endOffsets(partitions);
            return begins.equals(last.begins()) && ends.equals(last.ends())
                    ? last
                    : new Glance(begins, ends, letters(consumer, partitions));
        }
    }

    private static List<DeadLetter> letters(Consumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
        return partitions.isEmpty()
                ? List.of()
                : newest(consumer, partitions, null).letters();
    }

    /** What was read for one answer, in the order of reading. */
    private record Newest(Windows windows, List<DeadLetter> letters) {}

    /** Half of the time that is left is for each attempt, so that there is always some for a shorter slice. */
    private static Newest newest(
            Consumer<byte[], byte[]> consumer,
            List<TopicPartition> partitions,
            @Nullable ConsumerRecord<byte[], byte[]> from) {
        long end = System.nanoTime() + WITHIN.toNanos();
        for (int most : WINDOWS) {
            boolean last = most == WINDOWS.getLast();
            long left = end - System.nanoTime();
            var letters = new ArrayList<DeadLetter>();
            var windows = Windows.of(consumer, partitions, from, most);
            var bounds = new Bounds(System.nanoTime() + (last ? left : left / 2), last ? Long.MAX_VALUE : MOST_BYTES);
            if (read(consumer, windows, bounds, record -> letters.add(DeadLetter.of(record)))) {
                return new Newest(windows, letters);
            }
        }
        throw late();
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
        var bounds = new Bounds(System.nanoTime() + WITHIN.toNanos(), Long.MAX_VALUE);
        if (!read(consumer, Windows.only(consumer, id), bounds, found::add)) {
            throw late();
        }
        return found.stream().findFirst();
    }

    /** @param deadline by {@link System#nanoTime} */
    private record Bounds(long deadline, long bytes) {}

    /** False when it was given up, because there was too much or it took too long. */
    private static boolean read(
            Consumer<byte[], byte[]> consumer,
            Windows windows,
            Bounds bounds,
            java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> each) {
        long bytes = 0;
        windows.open(consumer);
        while (!windows.readToTheEnd(consumer)) {
            if (bytes > bounds.bytes() || System.nanoTime() - bounds.deadline() > 0) {
                return false;
            }
            for (var record : consumer.poll(POLL)) {
                bytes += Math.max(0, record.serializedValueSize());
                if (windows.contain(record)) {
                    each.accept(record);
                }
            }
        }
        return true;
    }

    private static TimeoutException late() {
        return new TimeoutException("dead letters were not read within " + WITHIN);
    }
}
