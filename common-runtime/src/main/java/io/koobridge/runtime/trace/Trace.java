package io.koobridge.runtime.trace;

import io.koobridge.events.TraceContext;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.slf4j.spi.LoggingEventBuilder;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * Where the trace of the work at hand is found, so that it need not be a parameter of everything: on a thread that works
 * to the end it is bound to the scope, in a reactive chain it stands in the subscriber's context. Nothing copies it from one
 * to the other but a subscription on such a thread.
 */
public final class Trace {

    private static final String TRACE_ID = "traceId";
    private static final String SPAN_ID = "spanId";

    private static final ScopedValue<TraceContext> OF_THREAD = ScopedValue.newInstance();
    private static final Class<TraceContext> KEY = TraceContext.class;

    private Trace() {}

    /** Of the work on this thread. */
    public static @Nullable TraceContext current() {
        return OF_THREAD.isBound() ? OF_THREAD.get() : null;
    }

    /** Of the chain that is being subscribed to, else of the work on this thread. */
    public static @Nullable TraceContext of(ContextView chain) {
        TraceContext known = chain.getOrDefault(KEY, null);
        return known == null ? current() : known;
    }

    /** For {@code contextWrite}: what is upstream belongs to this trace. Changes nothing when there is none. */
    public static Function<Context, Context> within(@Nullable TraceContext trace) {
        return trace == null ? Function.identity() : chain -> chain.put(KEY, trace);
    }

    /** Works to the end within a trace; log lines written on the way have its ids. */
    public static <T> T during(@Nullable TraceContext trace, Supplier<T> work) {
        if (trace == null) {
            return work.get();
        }
        var traceId = MDC.get(TRACE_ID);
        var spanId = MDC.get(SPAN_ID);
        MDC.put(TRACE_ID, trace.traceId());
        MDC.put(SPAN_ID, trace.spanId());
        try {
            return ScopedValue.where(OF_THREAD, trace).call(work::get);
        } finally {
            restore(TRACE_ID, traceId);
            restore(SPAN_ID, spanId);
        }
    }

    /** The same for work without a result. */
    public static void run(@Nullable TraceContext trace, Runnable work) {
        during(trace, () -> {
            work.run();
            return Boolean.TRUE;
        });
    }

    /** The ids on one log line, for code whose thread is nobody's. Keys are literals wherever they are used: docs/logs.md is checked by them. */
    public static LoggingEventBuilder on(LoggingEventBuilder line, @Nullable TraceContext trace) {
        return trace == null
                ? line
                : line.addKeyValue("traceId", trace.traceId()).addKeyValue("spanId", trace.spanId());
    }

    private static void restore(String key, @Nullable String value) {
        if (value == null) {
            MDC.remove(key);
        } else {
            MDC.put(key, value);
        }
    }
}
