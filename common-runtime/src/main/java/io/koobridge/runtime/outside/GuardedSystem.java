package io.koobridge.runtime.outside;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.reactor.bulkhead.operator.BulkheadOperator;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.github.resilience4j.reactor.timelimiter.TimeLimiterOperator;
import io.github.resilience4j.timelimiter.TimeLimiter;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Bulkhead around breaker around time limit: a call that finds no place is no failure of the system's. */
final class GuardedSystem implements OutsideSystem {

    private static final Logger log = LoggerFactory.getLogger(GuardedSystem.class);

    private final String system;
    private final Bulkhead bulkhead;
    private final CircuitBreaker breaker;
    private final TimeLimiter timeLimiter;
    private final Ended ended;

    /** Who hears of each call. */
    @FunctionalInterface
    interface Ended {
        void call(String operation, String subject, Answer<?> answer, Duration took);
    }

    GuardedSystem(String system, OutsideLimits limits, Ended ended) {
        this.system = system;
        this.bulkhead = Bulkhead.of(
                system,
                BulkheadConfig.custom()
                        .maxConcurrentCalls(limits.concurrentCalls())
                        .maxWaitDuration(Duration.ZERO)
                        .build());
        this.breaker = CircuitBreaker.of(system, settings(limits.breaker()));
        this.timeLimiter = TimeLimiter.of(
                system,
                TimeLimiterConfig.custom().timeoutDuration(limits.callTimeout()).build());
        this.ended = ended;
        breaker.getEventPublisher().onStateTransition(change -> log.atWarn()
                .addKeyValue("system", system)
                .addKeyValue("breaker", change.getStateTransition().getToState())
                .log("The breaker of an outside system changed its state"));
    }

    private static CircuitBreakerConfig settings(OutsideLimits.Breaker breaker) {
        return CircuitBreakerConfig.custom()
                .slidingWindowSize(breaker.window())
                .minimumNumberOfCalls(Math.ceilDiv(breaker.window(), 2))
                .failureRateThreshold(breaker.failurePercent())
                .waitDurationInOpenState(breaker.openFor())
                // Of itself, so that a system which nobody calls is not shown as left alone for ever.
                .automaticTransitionFromOpenToHalfOpenEnabled(true)
                .permittedNumberOfCallsInHalfOpenState(3)
                .ignoreExceptions(NotProcessedException.class)
                .build();
    }

    /** Whether calls are held back. */
    boolean leftAlone() {
        return breaker.getState() == CircuitBreaker.State.OPEN;
    }

    @Override
    public <T> Mono<Answer<T>> ask(String operation, String subject, Mono<T> call) {
        return Mono.defer(() -> {
            long begin = System.nanoTime();
            return call.transformDeferred(TimeLimiterOperator.of(timeLimiter))
                    .transformDeferred(CircuitBreakerOperator.of(breaker))
                    .transformDeferred(BulkheadOperator.of(bulkhead))
                    .<Answer<T>>map(Answer.Answered::new)
                    .switchIfEmpty(Mono.fromSupplier(
                            () -> new Answer.Uncertain<>("the call of " + system + " ended without a value")))
                    .onErrorResume(error -> Mono.just(failed(operation, error)))
                    .doOnNext(answer ->
                            ended.call(operation, subject, answer, Duration.ofNanos(System.nanoTime() - begin)));
        });
    }

    private <T> Answer<T> failed(String operation, Throwable error) {
        log.atDebug()
                .addKeyValue("system", system)
                .addKeyValue("operation", operation)
                .setCause(error)
                .log("An outside call failed");
        return Failures.answerFor(system, error);
    }
}
