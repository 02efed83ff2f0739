package io.koobridge.runtime.outside;

import java.time.Duration;

/**
 * What an outside system may cost us. Immutable; start from {@link #usual()} and change what differs.
 *
 * @param callTimeout after which a call is broken off; at most 20 s, because a lease is held before each call and must
 *     outlive it (design §5)
 * @param concurrentCalls at once from this process; one more is not sent
 * @param breaker when the system is left alone for a while
 */
public record OutsideLimits(Duration callTimeout, int concurrentCalls, Breaker breaker) {

    /** What a lease, held before each call, certainly outlives (design §5). */
    public static final Duration LONGEST_CALL = Duration.ofSeconds(20);

    /**
     * When calls are no longer sent. A breaker opens when, of the last {@code window} calls, at least {@code failurePercent}
     * per cent got no answer.
     *
     * @param window number of calls that are looked at; nothing is judged before half of them were made
     * @param openFor how long nothing is sent; then three calls try whether the system is back
     */
    public record Breaker(int window, int failurePercent, Duration openFor) {

        public Breaker {
            if (window < 2 || failurePercent < 1 || failurePercent > 100 || !openFor.isPositive()) {
                throw new IllegalArgumentException(
                        "a breaker needs a window of at least 2 calls, 1 to 100 per cent and a time, not %d, %d, %s"
                                .formatted(window, failurePercent, openFor));
            }
        }
    }

    public OutsideLimits {
        if (!callTimeout.isPositive() || callTimeout.compareTo(LONGEST_CALL) > 0) {
            throw new IllegalArgumentException(
                    "callTimeout must be above 0 and at most %s, is %s".formatted(LONGEST_CALL, callTimeout));
        }
        if (concurrentCalls < 1) {
            throw new IllegalArgumentException("concurrentCalls must be at least 1, is " + concurrentCalls);
        }
    }

    /** 20 s a call, 64 at once; open for 10 s when half of the last 20 calls got no answer. */
    public static OutsideLimits usual() {
        return new OutsideLimits(LONGEST_CALL, 64, new Breaker(20, 50, Duration.ofSeconds(10)));
    }

    public OutsideLimits withCallTimeout(Duration timeout) {
        return new OutsideLimits(timeout, concurrentCalls, breaker);
    }

    public OutsideLimits withConcurrentCalls(int calls) {
        return new OutsideLimits(callTimeout, calls, breaker);
    }

    public OutsideLimits withBreaker(Breaker other) {
        return new OutsideLimits(callTimeout, concurrentCalls, other);
    }
}
