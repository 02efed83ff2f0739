package io.koobridge.service;

import io.koobridge.runtime.journal.Journal;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;

/** Where a service says what it does. */
public record Telemetry(String service, Clock clock, Journal journal, MeterRegistry metrics) {}
