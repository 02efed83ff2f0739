package io.koobridge.service.gauge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.koobridge.runtime.journal.RecordingJournal;
import io.koobridge.service.Stores;
import io.koobridge.service.Telemetry;
import io.koobridge.service.config.LedgerModule;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class GaugeScheduleTest {

    private static final Duration INTERVAL = Duration.ofMillis(20);
    private static final Duration LONG = Duration.ofMinutes(5);

    private final Stores stores = Stores.fresh(GaugeScheduleTest.class);
    private final GaugeLease lease = lease("one");

    @AfterEach
    void close() {
        stores.close();
    }

    @Test
    void aRoundThatTakesLongerThanTheIntervalNeverMeetsTheNextOne() {
        var begun = new AtomicInteger();
        var under = new AtomicInteger();
        var most = new AtomicInteger();
        var slow = Mono.defer(() -> {
                    most.accumulateAndGet(under.incrementAndGet(), Math::max);
                    begun.incrementAndGet();
                    return Mono.delay(INTERVAL.multipliedBy(5));
                })
                .map(_ -> {
                    under.decrementAndGet();
                    return Map.of(Tags.empty(), 1L);
                });
        lease.prepare(stores.database()).block();
        var schedule = schedule(Mono.empty(), slow);

        schedule.start();
        await().atMost(Duration.ofSeconds(30)).until(() -> begun.get() >= 4);
        schedule.stop();

        assertThat(most).hasValue(1);
    }

    @Test
    void nothingIsCountedBeforeTheStoreIsReady() {
        var counted = new AtomicInteger();
        var ready = Sinks.<Void>empty();
        lease.prepare(stores.database()).block();
        var schedule = schedule(
                ready.asMono(), Mono.fromSupplier(() -> Map.of(Tags.empty(), (long) counted.incrementAndGet())));

        schedule.start();
        assertThat(counted).hasValue(0);
        ready.tryEmitEmpty();

        await().atMost(Duration.ofSeconds(30)).until(() -> counted.get() > 0);
        schedule.stop();
    }

    @Test
    void aServiceThatEndsGivesTheLeaseBack() throws InterruptedException {
        lease.prepare(stores.database()).block();
        assertThat(lease.claim().block()).isTrue();
        var stopped = new CountDownLatch(1);

        schedule(Mono.never(), Mono.empty()).stop(stopped::countDown);

        assertThat(stopped.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(lease.held()).isFalse();
        assertThat(lease("other").claim().block()).isTrue();
    }

    @Test
    void theLeaseIsGivenBackAfterTheLastRoundAndNotDuringIt() throws InterruptedException {
        lease.prepare(stores.database()).block();
        var begun = new CountDownLatch(1);
        var counted = Sinks.<Map<Tags, Long>>one();
        var stopped = new CountDownLatch(1);
        var schedule = schedule(Mono.empty(), counted.asMono().doOnSubscribe(_ -> begun.countDown()));
        schedule.start();
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();

        schedule.stop(stopped::countDown);

        assertThat(lease.held()).as("the round is not at its end").isTrue();
        counted.tryEmitValue(Map.of(Tags.empty(), 1L));
        assertThat(stopped.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(lease.held()).isFalse();
        assertThat(lease("other").claim().block()).isTrue();
    }

    private GaugeLease lease(String holder) {
        return new GaugeLease(LedgerModule.collection(stores.database(), "settings"), holder, Clock.systemUTC(), LONG);
    }

    private GaugeSchedule schedule(Mono<Void> ready, Mono<Map<Tags, Long>> count) {
        var telemetry = new Telemetry("test", Clock.systemUTC(), new RecordingJournal(), new SimpleMeterRegistry());
        var gauges = List.of(new StoreGauge("koobridge.counted", "What is counted", count));
        return new GaugeSchedule(ready, new GaugeRound(gauges, lease, LONG, telemetry), lease, INTERVAL);
    }
}
