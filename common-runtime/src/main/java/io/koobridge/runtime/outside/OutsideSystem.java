package io.koobridge.runtime.outside;

import reactor.core.publisher.Mono;

/** One system outside this process, with its breaker, its time limit and its bulkhead. */
public interface OutsideSystem {

    /**
     * Makes one call and says what is known of it. Neither the call's errors nor the limits come out as an error signal. Never repeats
     * a call: the schedule in the document does (design §5).
     *
     * @param operation what is asked, from a small set of words; for the journal
     * @param subject what it is about, for the journal
     * @param call one single request; when it ends without a value, the answer is {@link Answer.Uncertain}. It is subscribed to once for
     *     each subscription to the result
     */
    <T> Mono<Answer<T>> ask(String operation, String subject, Mono<T> call);
}
