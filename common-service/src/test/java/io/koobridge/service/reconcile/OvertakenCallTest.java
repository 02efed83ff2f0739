package io.koobridge.service.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A slow FREEZE that an UNFREEZE overtakes ends unfrozen (design §5). */
class OvertakenCallTest {

    /** An outside world that delays one call on demand and keeps the contract of the generation. */
    private static final class SlowWorld implements Worker<Valve> {
        private final CountDownLatch arrived = new CountDownLatch(1);
        private final CountDownLatch release = new CountDownLatch(1);
        private final CopyOnWriteArrayList<String> calls = new CopyOnWriteArrayList<>();
        private final AtomicLong slow = new AtomicLong(-1);
        private long highest;
        private boolean open;

        @Override
        public Step<Valve> reconcile(Valve valve, Attempt attempt) {
            if (valve.settled()) {
                return new Step.Settled<>(valve);
            }
            attempt.holdLease();
            if (slow.compareAndSet(valve.generation(), -1)) {
                arrived.countDown();
                await(release);
            }
            apply(valve);
            return new Step.Settled<>(valve.made());
        }

        private synchronized void apply(Valve valve) {
            calls.add("%s@%d".formatted(Valve.SHAPE.phase(valve), valve.generation()));
            if (valve.generation() >= highest) {
                highest = valve.generation();
                open = valve.wantedOpen();
            }
        }

        private static void await(CountDownLatch latch) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private final SlowWorld world = new SlowWorld();
    private final Bench bench = new Bench(world);

    @Tag("promise:one-worker")
    @Test
    void theHolderOfTheLeaseGoesRoundAgainWithTheNewerWish() {
        bench.loop.handle(bench.want(true));
        world.slow.set(2);
        var freeze = bench.want(false);
        var slowly = CompletableFuture.supplyAsync(() -> bench.loop.handle(freeze));
        await().until(() -> world.arrived.getCount() == 0);

        var unfreeze = bench.want(true);
        assertThat(bench.loop.handle(unfreeze))
                .as("somebody works on it, so this request has nothing to do")
                .isEqualTo(ReconcileLoop.Alarm.QUIET);
        world.release.countDown();

        assertThat(slowly.join()).isEqualTo(ReconcileLoop.Alarm.QUIET);
        assertThat(world.calls).containsExactly("OPEN@1", "SHUT@2", "OPEN@3");
        assertThat(world.open).isTrue();
        assertThat(bench.entry().work()).isNull();
        assertThat(bench.entry().state()).isEqualTo(new Valve(true, 3, 3));
    }

    @Tag("promise:late-calls-are-fenced")
    @Test
    void aCallThatOutlivesItsLeaseIsFencedOffByTheGeneration() {
        bench.loop.handle(bench.want(true));
        world.slow.set(2);
        var freeze = bench.want(false);
        var slowly = CompletableFuture.supplyAsync(() -> bench.loop.handle(freeze));
        await().until(() -> world.arrived.getCount() == 0);
        var unfreeze = bench.want(true);

        bench.clock.advance(Bench.LEASE.plusSeconds(1));
        bench.loop.handle(unfreeze);
        world.release.countDown();
        slowly.join();

        assertThat(world.calls).containsExactly("OPEN@1", "OPEN@3", "SHUT@2");
        assertThat(world.open).isTrue();
        assertThat(bench.entry().state()).isEqualTo(new Valve(true, 3, 3));
        assertThat(bench.entry().lease()).isNull();
    }

    @Test
    void anAnswerThatMustNotBeLostIsLearnedByTheDocumentAsItBecame() {
        var calls = new AtomicInteger();
        var wishes = new AtomicReference<Bench>();
        var overtaken = new Bench((valve, _) -> {
            if (valve.settled()) {
                return new Step.Settled<>(valve);
            }
            if (calls.incrementAndGet() == 1) {
                wishes.get().want(false);
            }
            return new Step.Learned<>(Valve::made);
        });
        wishes.set(overtaken);

        assertThat(overtaken.loop.handle(overtaken.want(true))).isEqualTo(ReconcileLoop.Alarm.QUIET);

        assertThat(calls).as("asked once").hasValue(1);
        assertThat(overtaken.entry().state()).isEqualTo(new Valve(false, 2, 2));
        assertThat(overtaken.entry().work()).isNull();
    }
}
