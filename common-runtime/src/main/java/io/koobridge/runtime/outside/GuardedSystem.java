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
import io.koobridge.events.TraceContext;
import io.koobridge.runtime.trace.Span;
import io.koobridge.runtime.trace.SpanKind;
import io.koobridge.runtime.trace.Spans;
import io.koobridge.runtime.trace.Trace;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
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
    private final Spans spans;

    /** Who hears of each call. */
    @FunctionalInterface
    interface Ended {
        void call(Call call, CallReport.Told told, Duration took);
    }

    /** One call, by what {@link OutsideSystem#ask} was told of it. */
    record Call(String operation, String subject, TraceContext trace) {}

    GuardedSystem(String system, OutsideLimits limits, Ended ended, Spans spans) {
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
        this.spans = spans;
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
        return Mono.deferContextual(context -> {
            long begin = System.nanoTime();
            var span =
                    spans.start(SpanKind.CLIENT, operation, Trace.of(context)).tag("system", system);
            var ending = new Ending(new Call(operation, subject, span.context()), begin, span);
            return call.contextWrite(Trace.within(span.context()))
                    .transformDeferred(TimeLimiterOperator.of(timeLimiter))
                    .transformDeferred(CircuitBreakerOperator.of(breaker))
                    .transformDeferred(BulkheadOperator.of(bulkhead))
                    .<Answer<T>>map(Answer.Answered::new)
                    .switchIfEmpty(Mono.fromSupplier(
                            () -> new Answer.Uncertain<>("the call of " + system + " ended without a value")))
                    .onErrorResume(error -> Mono.just(failed(operation, error, span.context())))
                    .doOnNext(answer -> ending.with(CallReport.Told.of(answer)))
                    .doOnCancel(() -> ending.with(CallReport.Told.CANCELLED));
        });
    }

    /** Of one call, which has one end: whoever has its answer may cancel what is left of it. */
    private final class Ending {

        private final Call call;
        private final long begin;
        private final Span span;
        private final AtomicBoolean told = new AtomicBoolean();

        Ending(Call call, long begin, Span span) {
            this.call = call;
            this.begin = begin;
            this.span = span;
        }

        void with(CallReport.Told what) {
            if (told.compareAndSet(false, true)) {
                span.tag("outcome", what.outcome()).end();
                ended.call(call, what, Duration.ofNanos(System.nanoTime() - begin));
            }
        }
    }

    private <T> Answer<T> failed(String operation, Throwable error, TraceContext trace) {
        Trace.on(log.atDebug(), trace)
                .addKeyValue("system", system)
                .addKeyValue("operation", operation)
                .setCause(error)
                .log("An outside call failed");
        return Failures.answerFor(system, error);
    }
}
