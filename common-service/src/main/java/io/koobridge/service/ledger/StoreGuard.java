package io.koobridge.service.ledger;

import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.util.retry.Retry;

/**
 * Prepares the store, trying until it answers, without holding up the start. Nothing is read from Kafka or swept before
 * it is ready; a store of another seller ends the process.
 */
public final class StoreGuard implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(StoreGuard.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final MongoDatabase database;
    private final Supplier<List<StorePreparation>> preparations;
    private final Consumer<SellerMismatchException> onMismatch;
    private final Sinks.One<Boolean> ready = Sinks.one();
    private final AtomicBoolean complained = new AtomicBoolean();
    private volatile @Nullable Disposable running;

    public StoreGuard(
            MongoDatabase database,
            Supplier<List<StorePreparation>> preparations,
            Consumer<SellerMismatchException> onMismatch) {
        this.database = database;
        this.preparations = preparations;
        this.onMismatch = onMismatch;
    }

    /** Completes once the store is prepared, at once ever after. */
    public Mono<Void> ready() {
        return ready.asMono().then();
    }

    @Override
    public void start() {
        running = Flux.fromIterable(preparations.get())
                .concatMap(preparation -> preparation.prepare(database))
                .then()
                .retryWhen(Retry.backoff(Long.MAX_VALUE, FIRST_PAUSE)
                        .maxBackoff(LONGEST_PAUSE)
                        .filter(error -> !(error instanceof SellerMismatchException))
                        .doBeforeRetry(signal -> complain(signal.failure())))
                .subscribe(_ -> {}, this::refuse, this::admit);
    }

    private void admit() {
        log.atInfo().log("the store is ready");
        ready.tryEmitValue(true);
    }

    private void refuse(Throwable error) {
        if (error instanceof SellerMismatchException mismatch) {
            onMismatch.accept(mismatch);
        } else {
            log.atError().setCause(error).log("the store cannot be prepared");
        }
    }

    private void complain(Throwable error) {
        if (complained.compareAndSet(false, true)) {
            log.atWarn().addKeyValue("error", error.toString()).log("the store does not answer; trying until it does");
        }
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
