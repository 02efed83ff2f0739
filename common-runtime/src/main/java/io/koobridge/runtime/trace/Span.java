package io.koobridge.runtime.trace;

import io.koobridge.events.TraceContext;

/** One step of a trace, from its start to its end. May be ended on another thread than it was started on. */
public interface Span {

    /** What everything that this step causes carries on. */
    TraceContext context();

    /** An attribute; of no effect where nothing is recorded. */
    Span tag(String name, String value);

    /** Only the first time counts. */
    void end();
}
