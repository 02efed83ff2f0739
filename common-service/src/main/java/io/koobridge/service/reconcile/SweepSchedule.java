package io.koobridge.service.reconcile;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Sweeps all ledgers of a service, one sweep at a time, for as long as the service runs. */
public final class SweepSchedule implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(SweepSchedule.class);

    /** A store that accepts and never answers must not end the sweeping for good. */
    private static final Duration SWEEP_WITHIN = Duration.ofMinutes(5);

    private final Mono<Void> ready;
    private final Supplier<List<Sweep>> sweeps;
    private final Duration interval;
    private volatile @Nullable Disposable running;
    private volatile boolean failing;

    public SweepSchedule(Mono<Void> ready, Supplier<List<Sweep>> sweeps, Duration interval) {
        this.ready = ready;
        this.sweeps = sweeps;
        this.interval = interval;
    }

    @Override
    public void start() {
        running = ready.thenMany(Flux.interval(interval))
                .onBackpressureDrop()
                .concatMap(_ -> Flux.fromIterable(sweeps.get()).concatMap(this::sweep), 1)
                .subscribe();
    }

    private Mono<Void> sweep(Sweep sweep) {
        return sweep.once()
                .timeout(SWEEP_WITHIN)
                .doOnNext(found -> {
                    failing = false;
                    if (found > 0) {
                        log.atInfo().addKeyValue("documents", found).log("forgotten work was taken up again");
                    }
                })
                .onErrorResume(error -> {
                    log.atLevel(failing ? Level.DEBUG : Level.WARN)
                            .addKeyValue("error", error.toString())
                            .log("sweeps fail; they go on until one succeeds");
                    failing = true;
                    return Mono.empty();
                })
                .then();
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
