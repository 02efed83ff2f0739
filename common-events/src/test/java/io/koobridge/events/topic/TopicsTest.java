package io.koobridge.events.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TopicsTest {

    /** The table of design §4, as far as it is used. */
    static Stream<Arguments> table() {
        return Stream.of(
                row(Topics.INSTANCE_FACTS, "koobridge.facts.instances", 12, Duration.ofDays(35)),
                row(Topics.INSTANCE_FACTS.deadLetters(), "koobridge.facts.instances.dlq", 3, Duration.ofDays(90)),
                row(Topics.ORDER_FACTS, "koobridge.facts.orders", 12, Duration.ofDays(35)),
                row(Topics.ORDER_STATES, "koobridge.state.orders", 12, null),
                row(Topics.TENANT_FACTS, "koobridge.facts.tenants", 12, Duration.ofDays(35)),
                row(Topics.TENANT_STATES, "koobridge.state.tenants", 12, null),
                row(Topics.INSTANCE_STATES, "koobridge.state.instances", 12, null),
                row(
                        Topics.requests("provisioning-service"),
                        "koobridge.requests.provisioning-service",
                        6,
                        Duration.ofDays(7)),
                row(Topics.JOURNAL, "koobridge.journal", 6, Duration.ofDays(14)));
    }

    @ParameterizedTest
    @MethodSource("table")
    void isAsTheDesignHasIt(Topic topic, String name, int partitions, @Nullable Duration kept) {
        assertThat(topic).isEqualTo(new Topic(name, partitions, kept));
    }

    @Test
    void aTopicThatKeepsTheLastOfEachKeyHasNoRetention() {
        assertThat(Topics.INSTANCE_STATES.compacted()).isTrue();
        assertThat(Topics.INSTANCE_STATES.retention()).isEmpty();
        assertThat(Topics.JOURNAL.compacted()).isFalse();
        assertThat(Topics.JOURNAL.retention()).contains(Duration.ofDays(14));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a/b", "主题"})
    void aNameThatKafkaDoesNotTakeIsRefused(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Topic(name, 1, null));
    }

    @Test
    void aNameHasAtMost249Characters() {
        assertThat(new Topic("t".repeat(249), 1, null).name()).hasSize(249);
        assertThatIllegalArgumentException().isThrownBy(() -> new Topic("t".repeat(250), 1, null));
    }

    @Test
    void aTopicHasAPartition() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Topic("t", 0, null))
                .withMessageContaining("has 0");
    }

    @Test
    void aTopicOfDeadLettersKnowsWhoseTheyAre() {
        assertThat(Topics.INSTANCE_FACTS.deadLetters().lettersOf()).contains("koobridge.facts.instances");
        assertThat(Topics.INSTANCE_FACTS.lettersOf()).isEmpty();
        assertThat(new Topic(".dlq", 1, null).lettersOf()).isEmpty();
    }

    private static Arguments row(Topic topic, String name, int partitions, @Nullable Duration kept) {
        return Arguments.of(topic, name, partitions, kept);
    }
}
