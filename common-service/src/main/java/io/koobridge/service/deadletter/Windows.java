package io.koobridge.service.deadletter;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Which offsets of which partitions are read for one answer. */
record Windows(Map<TopicPartition, Window> byPartition) {

    private static final Comparator<TopicPartition> PLACES =
            Comparator.comparing(TopicPartition::topic).thenComparing(TopicPartition::partition);

    /** From inclusive to exclusive; {@code cut} when older records were left out. */
    record Window(long from, long to, boolean cut) {}

    /** So many of the newest records of each partition, or those that follow this one in the order of lists. */
    static Windows of(
            Consumer<?, ?> consumer, List<TopicPartition> partitions, @Nullable ConsumerRecord<?, ?> after, int most) {
        var begins = consumer.beginningOffsets(partitions);
        var ends = new HashMap<>(consumer.endOffsets(partitions));
        if (after != null) {
            endBefore(consumer, after, ends);
        }
        var windows = new LinkedHashMap<TopicPartition, Window>();
        for (var partition : partitions) {
            long begin = Objects.requireNonNull(begins.get(partition));
            long end = Math.max(begin, Objects.requireNonNull(ends.get(partition)));
            long from = Math.max(begin, end - most);
            windows.put(partition, new Window(from, end, from > begin));
        }
        return new Windows(windows);
    }

    /** One record; nothing when it is not there. */
    static Windows only(Consumer<?, ?> consumer, DeadLetterId id) {
        var place = id.place();
        long begin =
                Objects.requireNonNull(consumer.beginningOffsets(List.of(place)).get(place));
        long end = Objects.requireNonNull(consumer.endOffsets(List.of(place)).get(place));
        boolean there = id.offset() >= begin && id.offset() < end;
        return new Windows(Map.of(place, new Window(id.offset(), there ? id.offset() + 1 : id.offset(), false)));
    }

    /** Records of the same time follow in the order of their places. */
    private static void endBefore(Consumer<?, ?> consumer, ConsumerRecord<?, ?> after, Map<TopicPartition, Long> ends) {
        var place = new TopicPartition(after.topic(), after.partition());
        var times = new HashMap<TopicPartition, Long>();
        ends.keySet()
                .forEach(each ->
                        times.put(each, PLACES.compare(each, place) < 0 ? after.timestamp() : after.timestamp() + 1));
        consumer.offsetsForTimes(times).forEach((each, found) -> {
            if (found != null) {
                ends.merge(each, found.offset(), Math::min);
            }
        });
        ends.put(place, after.offset());
    }

    void open(Consumer<?, ?> consumer) {
        consumer.assign(byPartition.keySet());
        consumer.resume(byPartition.keySet());
        byPartition.forEach((partition, window) -> consumer.seek(partition, window.from()));
    }

    /** Partitions that are done are not fetched from any more. */
    boolean readToTheEnd(Consumer<?, ?> consumer) {
        var done = byPartition.entrySet().stream()
                .filter(each ->
                        consumer.position(each.getKey()) >= each.getValue().to())
                .map(Map.Entry::getKey)
                .toList();
        consumer.pause(done);
        return done.size() == byPartition.size();
    }

    boolean contain(ConsumerRecord<?, ?> record) {
        var window = byPartition.get(new TopicPartition(record.topic(), record.partition()));
        return window != null && record.offset() < window.to();
    }

    /** What follows the last letter of a cut window would have gaps: it is left for the next slice. */
    DeadLetterShelf.Slice withoutGap(List<DeadLetter> letters) {
        var last = letters.stream()
                .filter(letter -> cut(letter.id().place()))
                .collect(Collectors.toMap(
                        letter -> letter.id().place(), letter -> letter, BinaryOperator.maxBy(DeadLetter.NEWEST_FIRST)))
                .values()
                .stream()
                .min(DeadLetter.NEWEST_FIRST);
        var seen = letters.stream()
                .filter(letter -> last.isEmpty() || DeadLetter.NEWEST_FIRST.compare(letter, last.get()) <= 0)
                .sorted(DeadLetter.NEWEST_FIRST)
                .toList();
        return new DeadLetterShelf.Slice(seen, last.isPresent());
    }

    private boolean cut(TopicPartition place) {
        return Objects.requireNonNull(byPartition.get(place)).cut();
    }
}
