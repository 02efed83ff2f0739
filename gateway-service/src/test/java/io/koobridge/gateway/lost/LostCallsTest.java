package io.koobridge.gateway.lost;

import static io.koobridge.gateway.lost.LostExamples.AT;
import static io.koobridge.gateway.lost.LostExamples.application;
import static io.koobridge.gateway.lost.LostExamples.release;
import static io.koobridge.gateway.lost.LostExamples.renewal;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LostCallsTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final LostCalls lostCalls = new LostCalls(meters);

    @Test
    void theSameCallThatIsLostAgainIsOneAndToldAsItWasLostLast() {
        var again = release("i-1", AT.plusSeconds(60));

        lostCalls.add(release("i-1"));
        lostCalls.add(again);

        assertThat(lostCalls.of(Owner.PROVISIONING)).containsExactly(again);
    }

    @Test
    void severalCallsAboutOneInstanceAreSeveral() {
        var renewal = renewal("i-1");
        var release = release("i-1");
        var first = application("i-1", "e-1");
        var second = application("i-1", "e-2");

        lostCalls.add(renewal);
        lostCalls.add(release);
        lostCalls.add(first);
        lostCalls.add(second);

        assertThat(lostCalls.of(Owner.PROVISIONING)).containsExactly(renewal, release);
        assertThat(lostCalls.of(Owner.LICENSES)).containsExactly(first, second);
        assertThat(meters.get("koobridge.lost.calls.waiting").gauge().value()).isEqualTo(4);
    }

    @Tag("promise:memory-is-bounded")
    @Test
    void moreThanThereIsRoomForAreDroppedAndCounted() {
        IntStream.range(0, LostCalls.MOST).forEach(i -> lostCalls.add(release("i-" + i)));
        var again = release("i-0", AT.plusSeconds(60));

        lostCalls.add(release("one-too-many"));
        lostCalls.add(again);

        assertThat(lostCalls.of(Owner.PROVISIONING)).hasSize(LostCalls.MOST).contains(again);
        assertThat(meters.get("koobridge.lost.calls.dropped").counter().count()).isOne();
    }

    @Test
    void whatIsLostAgainWhileItIsToldIsToldAgain() {
        var told = release("i-1");
        var again = release("i-1", AT.plusSeconds(60));
        lostCalls.add(told);

        lostCalls.add(again);
        lostCalls.taken(told);

        assertThat(lostCalls.of(Owner.PROVISIONING)).containsExactly(again);
    }
}
