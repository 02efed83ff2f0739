package io.koobridge.benchmark.load.generator;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.crypto.key.AccessKey;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class LoadClientTest {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Expectation EXPECTATION = new Expectation("000004", false);

    private final Purchases purchases =
            new Purchases(new AccessKey("test", "an-invented-key", null), InstantSource.system(), 1);

    @Test
    void aServerThatStallsOnceShowsInTheLatencyOfEveryCallThatWasDueMeanwhile() throws Exception {
        // Given a server that stands still for 500 ms of a second
        var arrivals = Arrivals.independent(200, SECOND, 1);
        try (var server = new FakeServer((number, exchange) -> {
                    if (number == 50) {
                        FakeServer.stall(500);
                    }
                    FakeServer.answer(exchange, "000004");
                });
                var client = new LoadClient(server.port(), EXPECTATION)) {

            // When calls are made at their times
            var outcome = client.atTimes(arrivals, purchases.next(arrivals.count()), SECOND);

            // Then about a hundred of them waited, and not only the one that the server had in hand
            assertThat(outcome.right()).isEqualTo(200);
            assertThat(outcome.milliseconds(99)).isGreaterThan(400);
            assertThat(outcome.latencies().getTotalCount()
                            - outcome.latencies()
                                    .getCountBetweenValues(
                                            0, Duration.ofMillis(100).toNanos()))
                    .isGreaterThan(50);
        }
    }

    @Test
    void aWrongAnswerIsNoThroughput() throws Exception {
        var arrivals = Arrivals.independent(100, SECOND, 1);
        try (var server = new FakeServer(
                        (number, exchange) -> FakeServer.answer(exchange, number % 4 == 0 ? "000005" : "000004"));
                var client = new LoadClient(server.port(), EXPECTATION)) {

            var outcome = client.atTimes(arrivals, purchases.next(arrivals.count()), SECOND);

            assertThat(outcome.wrong()).isEqualTo(25);
            assertThat(outcome.right()).isEqualTo(75);
            assertThat(outcome.inTime()).isLessThanOrEqualTo(75);
            assertThat(outcome.examples()).hasSize(3).allMatch(example -> example.contains("000005"));
        }
    }

    @Test
    void aCallWithoutAnAnswerIsWrongAndItsConnectionIsReplaced() throws Exception {
        var arrivals = Arrivals.independent(400, SECOND, 1);
        try (var server = new FakeServer((number, exchange) -> {
                    if (number % 2 == 0) {
                        exchange.close();
                    } else {
                        FakeServer.answer(exchange, "000004");
                    }
                });
                var client = new LoadClient(server.port(), EXPECTATION)) {

            var outcome = client.atTimes(arrivals, purchases.next(arrivals.count()), SECOND);

            assertThat(outcome.wrong()).isEqualTo(200);
            assertThat(outcome.examples()).allMatch(example -> example.contains("the connection ended"));
            assertThat(outcome.right()).isEqualTo(200);
        }
    }

    @Test
    void aServerThatTakesOneCallForEachConnectionIsCalledOnNewOnes() throws Exception {
        try (var server = new FakeServer((_, exchange) -> {
                    exchange.getResponseHeaders().add("Connection", "close");
                    FakeServer.answer(exchange, "000004");
                });
                var client = new LoadClient(server.port(), EXPECTATION)) {

            var outcome = client.saturate(purchases.next(500), 64, Duration.ofSeconds(20));

            assertThat(outcome.right()).isEqualTo(500);
            assertThat(outcome.wrong()).isZero();
        }
    }

    @Test
    void whoUsesUpAllCallsIsMeasuredUntilTheLastOfThem() throws Exception {
        try (var server = new FakeServer((_, exchange) -> FakeServer.answer(exchange, "000004"));
                var client = new LoadClient(server.port(), EXPECTATION)) {

            var outcome = client.saturate(purchases.next(300), 64, Duration.ofSeconds(20));

            assertThat(outcome.inTime()).isEqualTo(300);
            assertThat(outcome.duration()).isLessThan(Duration.ofSeconds(20));
            assertThat(outcome.perSecond()).isGreaterThan(15);
        }
    }

    @Test
    void atItsEndASaturatedRunBeginsNoMoreCallsAndWaitsForTheOpenOnes() throws Exception {
        try (var server = new FakeServer((_, exchange) -> FakeServer.answer(exchange, "000004"));
                var client = new LoadClient(server.port(), EXPECTATION)) {

            var outcome = client.saturate(purchases.next(50_000), 64, Duration.ofMillis(200));

            assertThat(outcome.right()).isLessThan(50_000).isBetween(outcome.inTime(), outcome.inTime() + 64);
            assertThat(outcome.duration()).isEqualTo(Duration.ofMillis(200));
        }
    }
}
