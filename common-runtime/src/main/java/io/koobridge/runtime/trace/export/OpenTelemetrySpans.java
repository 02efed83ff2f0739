package io.koobridge.runtime.trace.export;

import io.koobridge.events.TraceContext;
import io.koobridge.runtime.trace.Span;
import io.koobridge.runtime.trace.SpanKind;
import io.koobridge.runtime.trace.Spans;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/** Spans of OpenTelemetry. Their parents are what we carry, never what a thread happens to hold. */
record OpenTelemetrySpans(Tracer tracer) implements Spans {

    @Override
    public Span start(SpanKind kind, String name, @Nullable TraceContext cause) {
        var parent = cause == null
                ? Context.root()
                : Context.root().with(io.opentelemetry.api.trace.Span.wrap(remote(cause)));
        return new Recorded(tracer.spanBuilder(name)
                .setSpanKind(theirs(kind))
                .setParent(parent)
                .startSpan());
    }

    private static SpanContext remote(TraceContext cause) {
        return SpanContext.createFromRemoteParent(
                cause.traceId(), cause.spanId(), TraceFlags.fromByte((byte) cause.flags()), TraceState.getDefault());
    }

    private static io.opentelemetry.api.trace.SpanKind theirs(SpanKind kind) {
        return switch (kind) {
            case SERVER -> io.opentelemetry.api.trace.SpanKind.SERVER;
            case CLIENT -> io.opentelemetry.api.trace.SpanKind.CLIENT;
            case PRODUCER -> io.opentelemetry.api.trace.SpanKind.PRODUCER;
            case CONSUMER -> io.opentelemetry.api.trace.SpanKind.CONSUMER;
            case INTERNAL -> io.opentelemetry.api.trace.SpanKind.INTERNAL;
        };
    }

    private record Recorded(io.opentelemetry.api.trace.Span span) implements Span {

        @Override
        public TraceContext context() {
            var context = span.getSpanContext();
            return new TraceContext(
                    context.getTraceId(),
                    context.getSpanId(),
                    context.getTraceFlags().asByte());
        }

        @Override
        public Span tag(String name, String value) {
            span.setAttribute(name, value);
            return this;
        }

        @Override
        public void end() {
            span.end();
        }
    }
}
