package io.koobridge.license.messaging;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * How far a group has read a topic, in time: what was stored there before is done with. While records keep coming a group is never at the end, so
 * where the end was at one time is remembered until the group has come there.
 */
public final class TopicRead {

    private static final int SECONDS = 10;

    private final Supplier<Admin> admins;
    private final String topic;
    private final String group;
    private final Clock clock;
    private @Nullable Ends awaited;

    private record Ends(Instant at, Map<TopicPartition, Long> offsets) {}

    /** @param admins each is used for one question, and closed */
    public TopicRead(Supplier<Admin> admins, String topic, String group, Clock clock) {
        this.admins = admins;
        this.topic = topic;
        this.group = group;
        this.clock = clock;
    }

    /** Everything that was stored before this time is read; empty when that is not so of any time that is known. */
    public Mono<Instant> asOf() {
        return Mono.fromCallable(this::ask).subscribeOn(Schedulers.boundedElastic());
    }

    private synchronized @Nullable Instant ask() throws Exception {
        try (var admin = admins.get()) {
            var now = new Ends(clock.instant(), offsets(admin, OffsetSpec.latest()));
            var read = read(admin);
            if (isRead(now, read)) {
                awaited = null;
                return now.at();
            }
            var before = awaited;
            boolean reached = before != null && isRead(before, read);
            awaited = before == null || reached ? now : before;
            return reached ? before.at() : null;
        }
    }

    private static boolean isRead(Ends ends, Map<TopicPartition, Long> read) {
        return ends.offsets().entrySet().stream()
                .allMatch(end -> read.getOrDefault(end.getKey(), 0L) >= end.getValue());
    }

    /** Where the group has read nothing yet it begins with what is left. */
    private Map<TopicPartition, Long> read(Admin admin) throws Exception {
        var read = offsets(admin, OffsetSpec.earliest());
        answer(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
                .forEach((partition, committed) -> {
                    if (committed != null) {
                        read.merge(partition, committed.offset(), Math::max);
                    }
                });
        return read;
    }

    private Map<TopicPartition, Long> offsets(Admin admin, OffsetSpec which) throws Exception {
        var described = answer(admin.describeTopics(List.of(topic)).allTopicNames());
        var partitions = described.get(topic).partitions().stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .collect(Collectors.toMap(Function.identity(), _ -> which));
        return answer(admin.listOffsets(partitions).all()).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, offset -> offset.getValue().offset()));
    }

    private static <T> T answer(KafkaFuture<T> future) throws Exception {
        return future.get(SECONDS, TimeUnit.SECONDS);
    }
}
