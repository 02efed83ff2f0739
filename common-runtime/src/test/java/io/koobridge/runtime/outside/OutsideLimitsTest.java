package io.koobridge.runtime.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class OutsideLimitsTest {

    @Test
    void noCallMayOutliveALease() {
        assertThat(OutsideLimits.usual().callTimeout()).isEqualTo(Duration.ofSeconds(20));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OutsideLimits.usual().withCallTimeout(Duration.ofSeconds(21)))
                .withMessageContaining("callTimeout");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OutsideLimits.usual().withCallTimeout(Duration.ZERO));
    }

    @Test
    void thereIsPlaceForAtLeastOneCall() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OutsideLimits.usual().withConcurrentCalls(0))
                .withMessageContaining("concurrentCalls");
    }

    @Test
    void aBreakerNeedsCallsToJudgeBy() {
        assertThatIllegalArgumentException().isThrownBy(() -> new OutsideLimits.Breaker(1, 50, Duration.ofSeconds(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OutsideLimits.Breaker(10, 101, Duration.ofSeconds(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new OutsideLimits.Breaker(10, 50, Duration.ZERO));
    }
}
