package io.koobridge.gateway.call;

import io.koobridge.gateway.command.Deadline;
import io.koobridge.gateway.command.Refusal;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Verifies and reads calls for which that takes long, off the event loop and two at a time (design §3.1): the other calls of the loop's
 * connections do not wait for it, and neither do the processors. What does not get its turn in time was not carried out.
 */
final class CostlyReading {

    private static final int AT_ONCE = 2;

    /** At a few milliseconds each, what two can read before the last one is late. */
    private static final int WAITING = 256;

    private static final int KEPT_SECONDS = 10;

    private final Scheduler threads;

    CostlyReading() {
        this(executor());
    }

    CostlyReading(ExecutorService threads) {
        this.threads = Schedulers.fromExecutorService(threads);
    }

    /** What came of it. */
    sealed interface Read<T> {

        record Done<T>(T value) implements Read<T> {}

        record Refused<T>(Refusal refusal) implements Read<T> {}
    }

    /** Answers on the call's own loop, at the deadline at the latest. */
    <T> Mono<Read<T>> read(Callable<T> work, Scheduler loop, Deadline deadline) {
        return Mono.fromCallable(work)
                .<Read<T>>map(Read.Done::new)
                .subscribeOn(threads)
                .onErrorReturn(RejectedExecutionException.class, new Read.Refused<>(Refusal.NO_ROOM))
                .timeout(deadline.remaining(), Mono.just(new Read.Refused<>(Refusal.LATE)), loop)
                .publishOn(loop);
    }

    /** Without threads while nobody needs them, so that there is nothing to close. */
    private static ExecutorService executor() {
        var executor = new ThreadPoolExecutor(
                AT_ONCE,
                AT_ONCE,
                KEPT_SECONDS,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(WAITING),
                Thread.ofPlatform().daemon().name("costly-reading-", 1).factory());
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }
}
