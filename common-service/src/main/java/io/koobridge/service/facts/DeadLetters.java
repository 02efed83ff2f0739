package io.koobridge.service.facts;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.koobridge.events.journal.JournalEntry.DeadLettered;
import io.koobridge.events.topic.Topic;
import io.koobridge.runtime.trace.Trace;
import io.koobridge.service.Telemetry;
import java.util.Locale;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Records that could not be processed, put aside unchanged: raw bytes, original headers, and where and why in headers of
 * our own. Replayable one by one. {@code koobridge_dead_lettered_total{service,reason}} counts arrivals; how many wait for a
 * person is the gauge {@code koobridge_dead_letters}.
 */
public final class DeadLetters {

    /** What all headers of ours begin with; a replay leaves them behind. */
    public static final String OURS = "koobridge_";

    public static final String REASON = "koobridge_reason";
    public static final String DETAIL = "koobridge_detail";
    public static final String TOPIC = "koobridge_original_topic";
    public static final String PARTITION = "koobridge_original_partition";
    public static final String OFFSET = "koobridge_original_offset";
    public static final String AT = "koobridge_dead_lettered_at";

    /** On a record that was replayed: the id of the dead letter. */
    public static final String REPLAY_OF = "koobridge_replay_of";

    private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);
    private static final int DETAIL_AT_MOST = 2_000;

    private final KafkaTemplate<byte[], byte[]> kafka;
    private final Telemetry telemetry;

    public DeadLetters(KafkaTemplate<byte[], byte[]> kafka, Telemetry telemetry) {
        this.kafka = kafka;
        this.telemetry = telemetry;
    }

    /** Why nobody could process a record: all there are, for they label a metric. */
    public enum Reason {
        /** No fact that this release knows. */
        UNREADABLE,
        /** A fact on which the decision threw. */
        UNDECIDABLE,
        /** A fact about a document that cannot be read. */
        UNREADABLE_ENTRY;

        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Completes once the broker has it; until then the record counts as not done. */
    Mono<Void> put(RawRecord raw, Reason reason, @Nullable String detail) {
        var record = new ProducerRecord<>(Topic.deadLettersOf(raw.topic()), raw.key(), raw.value());
        raw.headers().forEach((name, value) -> record.headers().add(name, value));
        add(record, REASON, reason.label());
        add(record, DETAIL, bounded(detail));
        add(record, TOPIC, raw.topic());
        add(record, PARTITION, Integer.toString(raw.partition()));
        add(record, OFFSET, Long.toString(raw.offset()));
        add(record, AT, telemetry.clock().instant().toString());
        return Mono.fromFuture(() -> kafka.send(record))
                .subscribeOn(Schedulers.boundedElastic())
                .doOnSuccess(_ -> tell(raw, reason.label()))
                .then();
    }

    /** Not the detail: what could not be read is quoted there, and the log has no bodies. The letter has it. */
    private void tell(RawRecord raw, String reason) {
        telemetry
                .metrics()
                .counter("koobridge.dead.lettered", "service", telemetry.service(), "reason", reason)
                .increment();
        var subject = raw.key() == null ? raw.topic() : new String(raw.key(), UTF_8);
        telemetry
                .journal()
                .write(
                        subject.isBlank() ? raw.topic() : subject.substring(0, Math.min(subject.length(), 256)),
                        new DeadLettered(telemetry.service(), raw.topic(), raw.partition(), raw.offset(), reason),
                        raw.trace());
        Trace.on(log.atError(), raw.trace())
                .addKeyValue("topic", raw.topic())
                .addKeyValue("partition", raw.partition())
                .addKeyValue("offset", raw.offset())
                .addKeyValue("reason", reason)
                .log("a record was put aside");
    }

    private static void add(ProducerRecord<?, ?> record, String name, String value) {
        record.headers().remove(name).add(name, value.getBytes(UTF_8));
    }

    private static String bounded(@Nullable String detail) {
        var text = String.valueOf(detail);
        return text.length() <= DETAIL_AT_MOST ? text : text.substring(0, DETAIL_AT_MOST) + "…";
    }
}
