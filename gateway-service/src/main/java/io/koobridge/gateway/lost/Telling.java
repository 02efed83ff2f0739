package io.koobridge.gateway.lost;

import io.koobridge.events.inquiry.LostCall;
import io.koobridge.runtime.outside.Answer;
import io.koobridge.runtime.service.ServiceClient;
import io.koobridge.runtime.trace.Trace;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tells lost calls to those who know what they were about, again and again until each was taken. No call waits for it. */
public final class Telling implements SmartLifecycle {

    static final String PATH = "/internal/lost-calls";

    private static final Logger LOG = LoggerFactory.getLogger(Telling.class);
    private static final Duration TAKEN_WITHIN = Duration.ofSeconds(5);
    private static final Duration LAST_ROUND = Duration.ofSeconds(1);

    private final LostCalls lostCalls;
    private final Map<Owner, ServiceClient> owners;
    private final Duration pause;
    private volatile @Nullable Disposable telling;

    /**
     * Tells nothing yet.
     *
     * @param owners clients of their own, so that a service which does not take them opens the breaker of no question
     * @param pause between two rounds
     */
    public Telling(LostCalls lostCalls, Map<Owner, ServiceClient> owners, Duration pause) {
        this.lostCalls = lostCalls;
        this.owners = Map.copyOf(owners);
        this.pause = pause;
    }

    /** Tells each service what it has not taken yet, as long as it takes them: whoever is away is asked once, not a thousand times. */
    Mono<Void> round() {
        return Flux.fromIterable(owners.entrySet())
                .flatMap(owner -> Flux.defer(() -> Flux.fromIterable(lostCalls.of(owner.getKey())))
                        .concatMap(lost -> tell(owner.getValue(), lost))
                        .takeWhile(taken -> taken))
                .then()
                .onErrorResume(defect -> {
                    LOG.atError().setCause(defect).log("Lost calls could not be told");
                    return Mono.empty();
                });
    }

    private Mono<Boolean> tell(ServiceClient owner, Lost lost) {
        return owner.post(PATH, lost.call(), LostCall.Taken.class, TAKEN_WITHIN)
                .contextWrite(Trace.within(lost.trace()))
                .map(answer -> switch (answer) {
                    case Answer.Answered<LostCall.Taken> _ -> {
                        lostCalls.taken(lost);
                        yield true;
                    }
                    case Answer.NotSent<LostCall.Taken> _, Answer.Uncertain<LostCall.Taken> _ -> {
                        lostCalls.notTaken(lost);
                        yield false;
                    }
                });
    }

    @Override
    public void start() {
        telling = Mono.defer(this::round)
                .repeatWhen(rounds -> rounds.delayElements(pause))
                .subscribe();
    }

    @Override
    public void stop() {
        stop(() -> {});
    }

    /** After a last round. What was not taken then was counted, logged and journaled, and becomes no finding. */
    @Override
    public void stop(Runnable stopped) {
        var current = telling;
        if (current != null) {
            current.dispose();
        }
        telling = null;
        var unused = round().timeout(LAST_ROUND, Mono.empty())
                .doFinally(_ -> {
                    tellUntold();
                    stopped.run();
                })
                .subscribe();
    }

    private void tellUntold() {
        int untold = lostCalls.count();
        if (untold > 0) {
            LOG.atWarn()
                    .addKeyValue("untold", untold)
                    .log("Lost calls were not told before the end: no finding tells of them");
        }
    }

    /** Stops after the doors through which calls come, which may be lost to the end. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public boolean isRunning() {
        return telling != null;
    }
}
