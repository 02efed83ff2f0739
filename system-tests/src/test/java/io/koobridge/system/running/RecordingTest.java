package io.koobridge.system.running;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.system.running.RecordedCall.Moment;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The judge is held to account too: it must see what it exists to see. */
class RecordingTest {

    @Test
    void aCallAfterAHigherGenerationWasAcknowledgedIsSeen() {
        var late = arrived(3, "a", 1);
        var recording = new Recording(List.of(
                arrived(1, "a", 1), arrived(2, "a", 2), ready(2, "a", 2), late, ready(1, "a", 1), arrived(4, "b", 1)));

        assertThat(recording.overtaken()).containsExactly(late);
        assertThat(recording.acknowledgedGenerations()).isEqualTo(Map.of("a", 2L));
    }

    @Test
    void aRepeatOfTheSameGenerationIsNoHarm() {
        var recording = new Recording(List.of(
                arrived(1, "a", 2), ready(1, "a", 2), arrived(2, "a", 2), ready(2, "a", 2), arrived(3, "a", 3)));

        assertThat(recording.overtaken()).isEmpty();
        assertThat(recording.besideAnother()).isEmpty();
    }

    @Test
    void twoCallsAtOnceAboutOneInstanceAreSeen() {
        var second = arrived(2, "a", 1);
        var recording = new Recording(List.of(arrived(1, "a", 1), arrived(3, "b", 1), second, ready(1, "a", 1)));

        assertThat(recording.besideAnother()).containsExactly(second);
    }

    @Test
    void anOrderWithTwoInstancesIsSeen() {
        var recording = new Recording(List.of(
                new RecordedCall(1, Moment.ARRIVED, "a", 1, "order", "ACTIVE", "", ""),
                new RecordedCall(2, Moment.ARRIVED, "b", 1, "order", "ACTIVE", "", "")));

        assertThat(recording.instancesByOrder()).isEqualTo(Map.of("order", Set.of("a", "b")));
    }

    private static RecordedCall arrived(long number, String instanceId, long generation) {
        return new RecordedCall(
                number, Moment.ARRIVED, instanceId, generation, "order-" + instanceId, "ACTIVE", "", "");
    }

    private static RecordedCall ready(long number, String instanceId, long generation) {
        return new RecordedCall(
                number, Moment.ANSWERED, instanceId, generation, "order-" + instanceId, "ACTIVE", "", "READY");
    }
}
