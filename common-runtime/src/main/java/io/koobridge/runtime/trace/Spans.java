package io.koobridge.runtime.trace;

import io.koobridge.events.TraceContext;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Starts the steps of traces; a bean. Knows of no current step: whoever starts one says what caused it. */
@FunctionalInterface
public interface Spans {

    /**
     * Starts a step.
     *
     * @param name from a small set of words
     * @param cause absent where a new trace begins
     */
    Span start(SpanKind kind, String name, @Nullable TraceContext cause);

    /** Only carries traces on: each step gets an id, and nothing is recorded. */
    static Spans unrecorded() {
        // Not a secret, so it need not be hard to guess; and it must cost a call nothing.
        return new UnrecordedSpans(() -> ThreadLocalRandom.current().nextLong());
    }
}
