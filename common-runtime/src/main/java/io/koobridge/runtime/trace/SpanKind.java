package io.koobridge.runtime.trace;

/** Which side of a call a step is on. */
public enum SpanKind {
    /** Somebody called us. */
    SERVER,
    /** We call somebody. */
    CLIENT,
    /** A record goes out. */
    PRODUCER,
    /** A record came in. */
    CONSUMER,
    /** Our own work. */
    INTERNAL
}
