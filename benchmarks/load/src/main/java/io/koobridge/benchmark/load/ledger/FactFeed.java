package io.koobridge.benchmark.load.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.koobridge.events.Event;
import io.koobridge.events.instance.InstanceFact;
import io.koobridge.events.topic.Topics;
import io.koobridge.events.wire.EventCodec;
import io.koobridge.events.wire.EventFamily;
import io.koobridge.stack.process.StackFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Puts facts onto their topic as the gateway does, and tells when the service has done with them: when it commits behind them. */
final class FactFeed implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final EventCodec<InstanceFact> codec = new EventCodec<>(EventFamily.INSTANCE_FACTS);
    private final KafkaProducer<byte[], byte[]> producer;
    private final Admin admin;

    FactFeed(int brokerPort) {
        Map<String, Object> broker = Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:" + brokerPort);
        var settings = new HashMap<>(broker);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        admin = Admin.create(broker);
    }

    /** Returns when the broker has them all. */
    Mark publish(List<Event<InstanceFact>> facts) throws InterruptedException {
        var sent = new ArrayList<Future<RecordMetadata>>(facts.size());
        facts.forEach(fact -> sent.add(producer.send(record(fact))));
        var behind = new HashMap<TopicPartition, Long>();
        try {
            for (var each : sent) {
                var stored = each.get();
                behind.merge(new TopicPartition(stored.topic(), stored.partition()), stored.offset() + 1, Math::max);
            }
        } catch (ExecutionException e) {
            throw new StackFailure("A fact was not stored: " + e.getCause(), e);
        }
        return new Mark(behind);
    }

    /** @param behind the offset behind the last fact of each partition */
    record Mark(Map<TopicPartition, Long> behind) {}

    /** Returns when the service has committed behind the mark. */
    void awaitDone(Mark mark) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isDone(mark)) {
            if (System.nanoTime() > deadline) {
                throw new StackFailure("Facts are not applied after " + PATIENCE.toSeconds() + " s");
            }
            Thread.sleep(POLL);
        }
    }

    private boolean isDone(Mark mark) throws InterruptedException {
        try {
            var committed = admin.listConsumerGroupOffsets(Provisioning.GROUP)
                    .partitionsToOffsetAndMetadata()
                    .get();
            return mark.behind().entrySet().stream().allMatch(each -> {
                var offset = committed.get(each.getKey());
                return offset != null && offset.offset() >= each.getValue();
            });
        } catch (ExecutionException e) {
            throw new StackFailure("The broker does not tell what the service has done: " + e.getCause(), e);
        }
    }

    private ProducerRecord<byte[], byte[]> record(Event<InstanceFact> fact) {
        var wire = codec.encode(fact);
        var record =
                new ProducerRecord<>(Topics.INSTANCE_FACTS.name(), wire.key().getBytes(UTF_8), wire.data());
        wire.headers().forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        return record;
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(1));
        admin.close(Duration.ofSeconds(1));
    }
}
