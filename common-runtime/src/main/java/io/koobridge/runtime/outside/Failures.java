package io.koobridge.runtime.outside;

import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.koobridge.runtime.Causes;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.springframework.web.reactive.function.client.WebClientResponseException;

/** What a failed call proves, and how it is told. */
final class Failures {

    private static final int LONGEST_SENTENCE = 300;

    private Failures() {}

    static <T> Answer<T> answerFor(String system, Throwable error) {
        return switch (error) {
            case CallNotPermittedException _ ->
                new Answer.NotSent<>(system + " is left alone for a while, because too many calls got no answer");
            case BulkheadFullException _ -> new Answer.NotSent<>("too many calls of " + system + " at once");
            case NotProcessedException refused -> new Answer.NotSent<>(String.valueOf(refused.getMessage()));
            default ->
                Unreached.certainly(error)
                        ? new Answer.NotSent<>(system + " was not reached: " + cause(error))
                        : new Answer.Uncertain<>(uncertain(system, error));
        };
    }

    private static String uncertain(String system, Throwable error) {
        if (error instanceof FailedAnswerException failed) {
            return system + " answered " + failed.status();
        }
        if (error instanceof WebClientResponseException response) {
            return system + " answered " + response.getStatusCode().value();
        }
        if (Causes.find(error, TimeoutException.class).isPresent()) {
            return system + " did not answer in time";
        }
        return "the call of " + system + " broke: " + cause(error);
    }

    /** The text of network errors only: others, of a JSON reader say, may quote what was sent or received. */
    private static String cause(Throwable error) {
        var root = Causes.of(error).getLast();
        var kind = root.getClass().getSimpleName();
        var text = root instanceof IOException && root.getMessage() != null ? kind + ": " + root.getMessage() : kind;
        return text.substring(0, Math.min(text.length(), LONGEST_SENTENCE));
    }
}
