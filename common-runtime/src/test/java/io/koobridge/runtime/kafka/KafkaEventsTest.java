package io.koobridge.runtime.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.topic.Topics;
import io.koobridge.events.wire.WireEvent;
import java.util.Map;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class KafkaEventsTest {

    private static final byte[] DATA = "{}".getBytes(UTF_8);

    @Test
    void anEventBecomesARecordOfItsTopicAndTheHeadersComeBackAsTheyWere() {
        var headers = Map.of("ce_id", "1", "ce_subject", "köö");

        var record = KafkaEvents.record(Topics.JOURNAL, new WireEvent("key", headers, DATA));

        assertThat(record.topic()).isEqualTo("koobridge.journal");
        assertThat(record.key()).isEqualTo("key");
        assertThat(record.value()).isEqualTo(DATA);
        assertThat(KafkaEvents.headers(record.headers())).isEqualTo(headers);
    }

    @Test
    void ofARepeatedHeaderTheLastCountsAndOneWithoutAValueIsNoHeader() {
        var headers = new RecordHeaders()
                .add("twice", "first".getBytes(UTF_8))
                .add("twice", "last".getBytes(UTF_8))
                .add("empty", null);

        assertThat(KafkaEvents.headers(headers)).isEqualTo(Map.of("twice", "last"));
    }
}
