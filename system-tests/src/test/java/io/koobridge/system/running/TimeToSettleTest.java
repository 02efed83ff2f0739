package io.koobridge.system.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever waits less than the ladder does finds a disagreement where there is only a wait. */
class TimeToSettleTest {

    @ParameterizedTest
    @CsvSource({"0, 180", "84, 180", "85, 316", "340, 316", "341, 660", "100000, 660"})
    void aWaitThatBeganBeforeTheEndOfTheFaultsIsWaitedFor(long faults, long settled) {
        assertThat(FaultySuite.timeToSettle(Duration.ofSeconds(faults))).isEqualTo(Duration.ofSeconds(settled));
    }
}
