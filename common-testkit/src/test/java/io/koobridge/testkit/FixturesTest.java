package io.koobridge.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
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
    void aShiftedClockGoesOnFromWhereItWasMoved() {
        var clock = new ShiftedClock();

        clock.moveOn(Duration.ofDays(2));
        clock.moveOn(Duration.ofDays(1));

        assertThat(Duration.between(Instant.now(), clock.instant())).isCloseTo(Duration.ofDays(3), Duration.ofHours(1));
    }

    @Test
    void aFakeServerFindsHeadersInAnyCase() throws Exception {
        try (var server = new FakeServer(_ -> FakeServer.Response.ok("{}"));
                var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(server.uri().resolve("/things"))
                    .header("Webhook-Id", "m1")
                    .build();

            assertThat(client.send(request, HttpResponse.BodyHandlers.ofString())
                            .body())
                    .isEqualTo("{}");

            assertThat(server.requests()).singleElement().satisfies(asked -> {
                assertThat(asked.path()).isEqualTo("/things");
                assertThat(asked.headers()).containsEntry("webhook-id", "m1").containsEntry("Webhook-id", "m1");
            });
        }
    }

    @Test
    void portsAreFreeAndNeverHandedOutTwice() throws Exception {
        var ports = IntStream.range(0, 50).map(i -> FreePorts.next()).boxed().toList();

        assertThat(ports).doesNotHaveDuplicates();
        new ServerSocket(ports.getFirst(), 1, InetAddress.getLoopbackAddress()).close();
    }
}
