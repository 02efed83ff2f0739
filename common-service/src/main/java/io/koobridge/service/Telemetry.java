package io.koobridge.service;

import io.koobridge.runtime.journal.Journal;
import io.koobridge.runtime.trace.Spans;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;

/** Where a service says what it does. */
public record Telemetry(String service, Clock clock, Journal journal, MeterRegistry metrics, Spans spans) {

    /** Whose traces are only carried on. */
    public Telemetry(String service, Clock clock, Journal journal, MeterRegistry metrics) {
        this(service, clock, journal, metrics, Spans.unrecorded());
    }
}
