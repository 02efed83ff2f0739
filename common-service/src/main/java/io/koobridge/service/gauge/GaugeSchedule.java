package io.koobridge.service.gauge;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Counts for as long as the service runs, one round at a time: a round that takes longer than the interval delays the next. */
public final class GaugeSchedule implements SmartLifecycle {

    private static final Duration ENDED_WITHIN = Duration.ofSeconds(5);
    private static final Duration RELEASED_WITHIN = Duration.ofSeconds(2);

    /** Topics and bindings of a service that starts need a moment; a dashboard should not need a whole interval. */
    private static final Duration FIRST_WITHIN = Duration.ofSeconds(5);

    private final Mono<Void> ready;
    private final GaugeRound round;
    private final GaugeLease lease;
    private final Duration interval;
    private volatile @Nullable Running running;

    /** Rounds are begun until they are stopped; the last one ends by itself. */
    private record Running(Sinks.Empty<Void> stopping, Sinks.Empty<Void> ended, Disposable rounds) {}

    public GaugeSchedule(Mono<Void> ready, GaugeRound round, GaugeLease lease, Duration interval) {
        this.ready = ready;
        this.round = round;
        this.lease = lease;
        this.interval = interval;
    }

    @Override
    public void start() {
        var first = interval.compareTo(FIRST_WITHIN) < 0 ? interval : FIRST_WITHIN;
        var stopping = Sinks.<Void>empty();
        var ended = Sinks.<Void>empty();
        var rounds = ready.thenMany(Flux.interval(first, interval))
                .takeUntilOther(stopping.asMono())
                .onBackpressureDrop()
                // Nothing is asked for ahead: what was due during a round is dropped.
                .concatMap(_ -> round.once(), 0)
                .doFinally(_ -> ended.tryEmitEmpty())
                .subscribe();
        running = new Running(stopping, ended, rounds);
    }

    /** A round that is still at it would claim the lease again that was given back. */
    @Override
    public void stop(Runnable stopped) {
        lastRound()
                .then(Mono.defer(lease::release).timeout(RELEASED_WITHIN))
                .onErrorComplete()
                .doFinally(_ -> stopped.run())
                .subscribe();
    }

    @Override
    public void stop() {
        lastRound().subscribe();
    }

    private Mono<Void> lastRound() {
        var current = running;
        running = null;
        if (current == null) {
            return Mono.empty();
        }
        current.stopping().tryEmitEmpty();
        return current.ended()
                .asMono()
                .timeout(ENDED_WITHIN)
                .onErrorComplete()
                .doOnTerminate(current.rounds()::dispose);
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }
}
