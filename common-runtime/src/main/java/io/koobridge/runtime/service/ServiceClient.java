package io.koobridge.runtime.service;

import io.koobridge.runtime.outside.Answer;
import java.time.Duration;
import reactor.core.publisher.Mono;

/**
 * Asks another service on its internal port, with the service token, in the suite's JSON. Not journaled.
 *
 * <p>What the service's status means: 2xx is {@link Answer.Answered}; 4xx is {@link Answer.NotSent}, because the service refused the request before
 * it did anything (wrong token or path, unreadable body: a mistake in the installation, logged as such); everything else is {@link Answer.Uncertain}.
 */
public interface ServiceClient {

    /**
     * Posts a body and reads the answer.
     *
     * @param path begins with {@code /internal/}
     * @param body an object that is written as JSON, or bytes that are sent as they are
     * @param within what is left of the caller's time, connecting included; at most 20 s
     */
    <T> Mono<Answer<T>> post(String path, Object body, Class<T> type, Duration within);
}
