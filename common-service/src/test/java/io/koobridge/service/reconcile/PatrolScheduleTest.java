package io.koobridge.service.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.koobridge.service.ledger.FaultyLedgerStore;
import io.koobridge.service.ledger.Work;
import io.koobridge.testkit.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class PatrolScheduleTest {

    private static final Duration OFTEN = Duration.ofMillis(20);

    private final MutableClock clock = MutableClock.at(Instant.parse("2026-11-22T08:00:00Z"));
    private final FaultyLedgerStore<Valve> store = new FaultyLedgerStore<>();
    private final LinkedBlockingQueue<ReconcileRequest> requests = new LinkedBlockingQueue<>();
    private final AtomicInteger tickets = new AtomicInteger();
    private final Sinks.One<Boolean> ready = Sinks.one();
    private final PatrolSchedule schedule = new PatrolSchedule(
            ready.asMono().then(),
            () -> List.of(new Sweep(
                    store,
                    "valves",
                    Duration.ZERO,
                    new Sweep.Tools(
                            clock,
                            () -> "ticket-" + tickets.incrementAndGet(),
                            request -> Mono.fromRunnable(() -> requests.add(request))))),
            OFTEN);

    @AfterEach
    void stop() {
        schedule.stop();
    }

    @Test
    void nothingIsSweptBeforeTheStoreIsReady() {
        forgotten("one");
        schedule.start();

        await().during(OFTEN.multipliedBy(10)).until(requests::isEmpty);
        ready.tryEmitValue(true);

        assertThat(await().until(requests::poll, found -> found != null).id()).isEqualTo("one");
    }

    @Tag("promise:forgotten-work-is-found")
    @Test
    void aSweepThatFailsIsFollowedByTheNext() {
        forgotten("one");
        store.failFor(_ -> true);
        ready.tryEmitValue(true);
        schedule.start();
        await().during(OFTEN.multipliedBy(5)).until(requests::isEmpty);

        store.failFor(_ -> false);

        await().until(() -> !requests.isEmpty());
    }

    @Test
    void aRequestThatIsNotSentComesWithALaterSweep() {
        var down = new AtomicInteger(3);
        var failing = new PatrolSchedule(
                Mono.empty(),
                () -> List.of(new Sweep(
                        store,
                        "valves",
                        Duration.ZERO,
                        new Sweep.Tools(
                                clock,
                                () -> "ticket-" + tickets.incrementAndGet(),
                                request -> down.decrementAndGet() > 0
                                        ? Mono.error(new IllegalStateException("no broker"))
                                        : Mono.fromRunnable(() -> requests.add(request))))),
                OFTEN);
        forgotten("one");

        failing.start();

        await().until(() -> !requests.isEmpty());
        assertThat(requests.peek().ticket()).isEqualTo("ticket-3");
        failing.stop();
    }

    @Test
    void afterItsEndNothingIsSwept() {
        ready.tryEmitValue(true);
        schedule.start();
        assertThat(schedule.isRunning()).isTrue();
        schedule.stop();

        forgotten("one");

        assertThat(schedule.isRunning()).isFalse();
        await().during(OFTEN.multipliedBy(10)).until(requests::isEmpty);
    }

    private void forgotten(String id) {
        var now = clock.instant();
        store.insert(id, new Valve(true, 1, 0), new Work("lost", 0, now, now, now))
                .block();
    }
}
