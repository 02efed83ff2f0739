package io.koobridge.service.facts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.messaging.support.MessageBuilder;

class FactBatchTest {

    @Test
    void eachRecordIsAsItCame() {
        var batch = FactBatch.of(new Poll()
                .record("k".getBytes(UTF_8), Map.of("bytes", new byte[] {1, 2}, "text", "실", "number", 5), new byte[] {7
                })
                .message());

        assertThat(batch.records()).singleElement().satisfies(record -> {
            assertThat(record.index()).isZero();
            assertThat(record.topic()).isEqualTo("koobridge.facts.dials");
            assertThat(record.partition()).isEqualTo(2);
            assertThat(record.offset()).isEqualTo(100);
            assertThat(record.key()).isEqualTo("k".getBytes(UTF_8));
            assertThat(record.value()).isEqualTo(new byte[] {7});
            assertThat(record.headers()).containsOnlyKeys("bytes", "text");
            assertThat(record.headers().get("text")).isEqualTo("실".getBytes(UTF_8));
        });
    }

    @Test
    void recordsOfOneKeyKeepTheirOrderAndRecordsWithoutAKeyStandAlone() {
        var groups = FactBatch.of(new Poll()
                        .turned("a", 1)
                        .record(null, Map.of(), new byte[0])
                        .turned("b", 1)
                        .turned("a", 2)
                        .record(null, Map.of(), new byte[0])
                        .message())
                .byKey();

        assertThat(groups.stream()
                        .map(group -> group.stream().map(RawRecord::index).toList()))
                .containsExactly(List.of(0, 3), List.of(1), List.of(2), List.of(4));
    }

    @Test
    void aTombstoneHasNoValue() {
        var batch =
                FactBatch.of(new Poll().record(new byte[] {1}, Map.of(), null).message());

        assertThat(batch.records().getFirst().value()).isNull();
    }

    @Test
    void anEmptyBatchIsAnErrorForItWouldBeCommittedUnread() {
        var empty = new Poll().message();

        assertThatThrownBy(() -> FactBatch.of(empty)).hasMessageContaining("use-native-decoding");
    }

    @Test
    void aSingleRecordWithoutListsIsAnErrorThatNamesTheSetting() {
        var message = MessageBuilder.withPayload(List.of(new byte[0])).build();

        assertThatThrownBy(() -> FactBatch.of(message)).hasMessageContaining("batch-mode must be on");
    }
}
