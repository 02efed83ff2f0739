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

/** Lets patrols go round, one at a time, for as long as the service runs. */
public final class PatrolSchedule implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(PatrolSchedule.class);

    /** A store that accepts and never answers must not end the rounds for good. */
    private static final Duration ROUND_WITHIN = Duration.ofMinutes(5);

    /** A service that is started again and again must get round all the same. */
    private static final Duration FIRST_WITHIN = Duration.ofMinutes(1);

    private final Mono<Void> ready;
    private final Supplier<List<? extends Patrol>> patrols;
    private final Duration interval;
    private volatile @Nullable Disposable running;
    private volatile boolean failing;

    public PatrolSchedule(Mono<Void> ready, Supplier<List<? extends Patrol>> patrols, Duration interval) {
        this.ready = ready;
        this.patrols = patrols;
        this.interval = interval;
    }

    @Override
    public void start() {
        var first = interval.compareTo(FIRST_WITHIN) < 0 ? interval : FIRST_WITHIN;
        running = ready.thenMany(Flux.interval(first, interval))
                .onBackpressureDrop()
                .concatMap(_ -> Flux.fromIterable(patrols.get()).concatMap(this::round), 1)
                .subscribe();
    }

    private Mono<Void> round(Patrol patrol) {
        return patrol.once()
                .timeout(ROUND_WITHIN)
                .doOnNext(found -> {
                    failing = false;
                    if (found > 0) {
                        log.atInfo().addKeyValue("found", found).log(patrol.meaning());
                    }
                })
                .onErrorResume(error -> {
                    log.atLevel(failing ? Level.DEBUG : Level.WARN)
                            .addKeyValue("error", error.toString())
                            .log("rounds fail; they go on until one succeeds");
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
