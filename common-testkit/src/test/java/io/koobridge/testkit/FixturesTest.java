package io.koobridge.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FixturesTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @Test
    void aClockMovesOnlyWhenItIsMovedAndTakesItsViewsAlong() {
        var clock = MutableClock.at(NOON);
        var elsewhere = clock.withZone(ZoneId.of("Asia/Shanghai"));

        clock.advance(Duration.ofSeconds(90));

        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(90));
        assertThat(elsewhere.instant()).isEqualTo(clock.instant());
    }

    @Test
    void aClockCanBeSetBack() {
        var clock = MutableClock.at(NOON);

        clock.set(NOON.minusSeconds(5));

        assertThat(clock.instant()).isBefore(NOON);
    }

    @Test
    void portsAreFreeAndNeverHandedOutTwice() throws Exception {
        var ports = IntStream.range(0, 50).map(i -> FreePorts.next()).boxed().toList();

        assertThat(ports).doesNotHaveDuplicates();
        new ServerSocket(ports.getFirst(), 1, InetAddress.getLoopbackAddress()).close();
    }
}
