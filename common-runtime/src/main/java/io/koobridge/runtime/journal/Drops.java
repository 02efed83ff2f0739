package io.koobridge.runtime.journal;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts entries that no one will read: {@code koobridge_journal_dropped_total{reason}}. */
final class Drops {

    private final Counter full;
    private final Counter unsent;
    private final Counter invalid;

    Drops(MeterRegistry metrics) {
        this.full = counter(metrics, "full");
        this.unsent = counter(metrics, "unsent");
        this.invalid = counter(metrics, "invalid");
    }

    private static Counter counter(MeterRegistry metrics, String reason) {
        return Counter.builder("koobridge.journal.dropped")
                .description("Journal entries that were lost")
                .tag("reason", reason)
                .register(metrics);
    }

    /** A buffer had no place. */
    void full() {
        full.increment();
    }

    /** Kafka did not take it. */
    void unsent() {
        unsent.increment();
    }

    /** It was no entry that can be written, for example one without a subject. */
    void invalid() {
        invalid.increment();
    }
}
