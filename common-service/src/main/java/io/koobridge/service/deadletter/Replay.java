package io.koobridge.service.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.koobridge.events.topic.Topic;
import io.koobridge.service.facts.DeadLetters;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A dead letter as the record that it was. */
final class Replay {

    private Replay() {}

    /** Same key, value and headers; of ours only one, which says that this is a replay. The topic is never taken from a header. */
    static ProducerRecord<byte[], byte[]> of(DeadLetterId id, ConsumerRecord<byte[], byte[]> letter) {
        var topic = new Topic(letter.topic(), 1, null)
                .lettersOf()
                .orElseThrow(() -> new IllegalArgumentException(letter.topic() + " holds no dead letters"));
        var record = new ProducerRecord<>(topic, letter.key(), letter.value());
        for (var header : letter.headers()) {
            if (!header.key().startsWith(DeadLetters.OURS)) {
                record.headers().add(header);
            }
        }
        record.headers().add(DeadLetters.REPLAY_OF, id.toString().getBytes(UTF_8));
        return record;
    }
}
