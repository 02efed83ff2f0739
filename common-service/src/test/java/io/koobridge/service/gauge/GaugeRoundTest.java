package io.koobridge.service.gauge;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.runtime.journal.RecordingJournal;
import io.koobridge.service.Stores;
import io.koobridge.service.Telemetry;
import io.koobridge.service.config.LedgerModule;
import io.koobridge.testkit.FreePorts;
import io.koobridge.testkit.MutableClock;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import reactor.core.publisher.Mono;

/** Promise: of all replicas at most one shows a number, and no number outlives what it was counted from. */
@ExtendWith(OutputCaptureExtension.class)
class GaugeRoundTest {

    private static final Duration LEASE = Duration.ofSeconds(90);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String COUNTED = "koobridge.counted";

    private final Stores stores = Stores.fresh(GaugeRoundTest.class);
    private final MutableClock clock = MutableClock.at(Instant.parse("2026-11-22T08:00:00Z"));
    private final Map<Tags, Long> truth = new HashMap<>(Map.of(Tags.of("colour", "red"), 7L));

    /** One replica: its own meters, the clock and the store of all. */
    private final class Replica {
        final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
        final GaugeLease lease;
        final GaugeRound round;

        Replica(String name, Stores where, Mono<Map<Tags, Long>> count) {
            lease = new GaugeLease(LedgerModule.collection(where.database(), "settings"), name, clock, LEASE);
            round = new GaugeRound(
                    List.of(new StoreGauge(COUNTED, "What is counted", count)),
                    lease,
                    PATIENCE,
                    new Telemetry("test", clock, new RecordingJournal(), metrics));
        }

        void goRound() {
            round.once().block(Duration.ofSeconds(30));
        }

        /** What a scrape would show. */
        OptionalDouble shown(String colour) {
            return metrics.find(COUNTED).tag("colour", colour).gauges().stream()
                    .mapToDouble(Gauge::value)
                    .filter(value -> !Double.isNaN(value))
                    .findFirst();
        }

        double failures(String gauge) {
            return metrics.counter("koobridge.gauge.failures", "service", "test", "gauge", gauge)
                    .count();
        }
    }

    private final Replica one = new Replica("one", stores, Mono.fromSupplier(() -> Map.copyOf(truth)));
    private final Replica other = new Replica("other", stores, Mono.fromSupplier(() -> Map.copyOf(truth)));

    @BeforeEach
    void prepare() {
        one.lease.prepare(stores.database()).block();
        other.lease.prepare(stores.database()).block();
    }

    @AfterEach
    void close() {
        stores.close();
    }

    @Test
    void oneReplicaCountsAndTheOthersShowNothing() {
        one.goRound();
        other.goRound();

        assertThat(one.shown("red")).hasValue(7);
        assertThat(other.shown("red")).isEmpty();
    }

    @Test
    void whoStoppedForLongerThanItsLeaseShowsNothingOnceAnotherCounts() {
        one.goRound();
        truth.put(Tags.of("colour", "red"), 8L);

        clock.advance(LEASE);
        assertThat(one.shown("red")).as("at once, without going round again").isEmpty();
        other.goRound();
        one.goRound();

        assertThat(other.shown("red")).hasValue(8);
        assertThat(one.shown("red")).isEmpty();
    }

    @Test
    void theHolderKeepsCountingAsLongAsItGoesRound() {
        for (int i = 0; i < 5; i++) {
            one.goRound();
            other.goRound();
            clock.advance(LEASE.dividedBy(3));
        }

        assertThat(one.shown("red")).hasValue(7);
        assertThat(other.shown("red")).isEmpty();
    }

    @Test
    void aReplicaThatEndsLetsTheNextOneCountAtOnce() {
        one.goRound();
        one.lease.release().block();
        other.goRound();

        assertThat(one.shown("red")).isEmpty();
        assertThat(other.shown("red")).hasValue(7);
    }

    @Test
    void aLeaseThatCannotBeProlongedHoldsUntilItsEnd() {
        var lost = Stores.fresh(GaugeRoundTest.class);
        var replica = new Replica("one", lost, Mono.fromSupplier(() -> Map.copyOf(truth)));
        replica.lease.prepare(lost.database()).block();
        replica.goRound();
        lost.close();
        truth.put(Tags.of("colour", "red"), 8L);

        replica.goRound();

        assertThat(replica.failures("lease")).isEqualTo(1);
        assertThat(replica.shown("red")).as("nobody else can count now").hasValue(8);

        clock.advance(LEASE);
        replica.goRound();
        assertThat(replica.shown("red")).isEmpty();
    }

    @Test
    void whatIsNotThereAnyMoreIsNotShownAnyMore() {
        one.goRound();
        truth.clear();
        truth.put(Tags.of("colour", "blue"), 1L);
        one.goRound();

        assertThat(one.shown("red")).isEmpty();
        assertThat(one.shown("blue")).hasValue(1);
        assertThat(one.metrics.find(COUNTED).gauges()).hasSize(1);
    }

    @Test
    void aQuestionThatFailsTakesItsNumberAwayAndIsToldOnce(CapturedOutput output) {
        var failing = new boolean[1];
        var replica = new Replica(
                "failing",
                stores,
                Mono.defer(() ->
                        failing[0] ? Mono.error(new IllegalStateException("no store")) : Mono.just(Map.copyOf(truth))));
        replica.goRound();
        assertThat(replica.shown("red")).hasValue(7);

        failing[0] = true;
        replica.goRound();
        replica.goRound();

        assertThat(replica.shown("red")).as("not the number of before").isEmpty();
        assertThat(replica.failures(COUNTED)).isEqualTo(2);
        assertThat(output.toString().split("not counted", -1)).hasSize(2);

        failing[0] = false;
        replica.goRound();
        assertThat(replica.shown("red")).hasValue(7);
    }

    @Test
    void aQuestionThatIsNeverAnsweredIsGivenUp() {
        var metrics = new SimpleMeterRegistry();
        var round = new GaugeRound(
                List.of(new StoreGauge(COUNTED, "Never", Mono.never())),
                one.lease,
                Duration.ofMillis(200),
                new Telemetry("test", clock, new RecordingJournal(), metrics));

        round.once().block(Duration.ofSeconds(30));

        assertThat(metrics.counter("koobridge.gauge.failures", "service", "test", "gauge", COUNTED)
                        .count())
                .isEqualTo(1);
    }

    @Test
    void withoutAStoreNobodyCanSayWhoCountsAndNobodyShowsAnything() {
        try (var nowhere = Stores.at(FreePorts.next())) {
            var lonely = new Replica("lonely", nowhere, Mono.fromSupplier(() -> Map.copyOf(truth)));

            lonely.goRound();

            assertThat(lonely.shown("red")).isEmpty();
            assertThat(lonely.failures("lease")).isEqualTo(1);
        }
    }
}
