package io.koobridge.runtime.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import io.koobridge.runtime.topic.TopicRound.Seen;
import io.koobridge.runtime.topic.TopicsProperties.Mode;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class TopicKeeperTest {

    @Test
    void looksUntilEverythingIsThereAndSaysEachStateOnce(CapturedOutput log) {
        var rounds = new AtomicInteger();
        var keeper = new TopicKeeper(() -> switch (rounds.incrementAndGet()) {
            case 1, 2 -> throw new TimeoutException();
            case 3 -> new Seen(true, List.of("topic x is missing"));
            default -> new Seen(false, List.of());
        });

        keeper.start();

        await().untilAsserted(() -> assertThat(log).contains("All topics are there"));
        assertThat(rounds).hasValue(4);
        assertThat(log.toString().split("Kafka does not answer", -1)).hasSize(2);
        assertThat(log.toString().split("topic x is missing", -1)).hasSize(2);
        keeper.stop();
    }

    @Test
    void stopsLookingWhenTheServiceEnds() {
        var rounds = new AtomicInteger();
        var keeper = new TopicKeeper(() -> {
            rounds.incrementAndGet();
            throw new TimeoutException();
        });
        keeper.start();
        await().untilAtomic(rounds, org.hamcrest.Matchers.greaterThan(0));

        keeper.stop();

        assertThat(keeper.isRunning()).isFalse();
    }

    @Test
    void aNegativeNumberOfPartitionsIsRefusedByTheNameOfTheSetting() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TopicsProperties(Mode.VERIFY, -1))
                .withMessageContaining("koobridge.topics.partitions");
    }
}
