package io.koobridge.service.gauge;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Counts for as long as the service runs, one round at a time: a round that takes longer than the interval delays the next. */
public final class GaugeSchedule implements SmartLifecycle {

    private static final Duration RELEASED_WITHIN = Duration.ofSeconds(2);

    /** Topics and bindings of a service that starts need a moment; a dashboard should not need a whole interval. */
    private static final Duration FIRST_WITHIN = Duration.ofSeconds(5);

    private final Mono<Void> ready;
    private final GaugeRound round;
    private final GaugeLease lease;
    private final Duration interval;
    private volatile @Nullable Disposable running;

    public GaugeSchedule(Mono<Void> ready, GaugeRound round, GaugeLease lease, Duration interval) {
        this.ready = ready;
        this.round = round;
        this.lease = lease;
        this.interval = interval;
    }

    @Override
    public void start() {
        var first = interval.compareTo(FIRST_WITHIN) < 0 ? interval : FIRST_WITHIN;
        running = ready.thenMany(Flux.interval(first, interval))
                .onBackpressureDrop()
                // Nothing is asked for ahead: what was due during a round is dropped.
                .concatMap(_ -> round.once(), 0)
                .subscribe();
    }

    @Override
    public void stop(Runnable stopped) {
        stop();
        lease.release()
                .timeout(RELEASED_WITHIN)
                .onErrorComplete()
                .doFinally(_ -> stopped.run())
                .subscribe();
    }

    @Override
    public void stop() {
        var current = running;
        if (current != null) {
            current.dispose();
        }
        running = null;
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }
}
