package io.koobridge.runtime.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import io.koobridge.runtime.topic.TopicRound.Seen;
import io.koobridge.runtime.topic.TopicsProperties.Mode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class TopicKeeperTest {

    @BeforeAll
    static void haveTimeOnABusyMachine() {
        Awaitility.setDefaultTimeout(Duration.ofMinutes(1));
    }

    @Test
    void looksUntilEverythingIsThereAndSaysEachStateOnce(CapturedOutput output) {
        var rounds = new AtomicInteger();
        var keeper = new TopicKeeper(() -> switch (rounds.incrementAndGet()) {
            case 1, 2 -> throw new TimeoutException();
            case 3 -> new Seen(true, List.of("topic x is missing"));
            default -> new Seen(false, List.of());
        });
        LoggingSystem.get(getClass().getClassLoader()).setLogLevel(TopicKeeper.class.getName(), LogLevel.INFO);

        keeper.start();

        await().untilAsserted(() -> assertThat(output).contains("All topics are there"));
        assertThat(rounds).hasValue(4);
        assertThat(output.toString().split("Kafka does not answer", -1)).hasSize(2);
        assertThat(output.toString().split("topic x is missing", -1)).hasSize(2);
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
        await().until(() -> rounds.get() > 0);

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
