package io.koobridge.runtime.journal;

import io.koobridge.events.TraceContext;
import io.koobridge.events.journal.JournalEntry;
import io.koobridge.runtime.trace.Trace;
import org.jspecify.annotations.Nullable;

/**
 * Where a service says what it did. Both methods return at once and never throw: an entry that cannot be kept or sent is
 * counted in {@code koobridge_journal_dropped_total} and forgotten.
 */
public interface Journal {

    /**
     * Tells, if Kafka takes it now or within seconds.
     *
     * @param subject what the entry is about: an instance, or the address for a call that named nothing
     */
    default void write(String subject, JournalEntry entry) {
        write(subject, entry, Trace.current());
    }

    /**
     * The same for code whose thread is nobody's.
     *
     * @param trace that it belongs to
     */
    void write(String subject, JournalEntry entry, @Nullable TraceContext trace);

    /**
     * Tells, if need be after an outage of Kafka: for the calls that the gateway answered {@code 000005}, which are most of
     * all answered while Kafka is away (design §6). Remembers the latest 10,000 in memory, so a restart forgets them.
     */
    default void writeWhenPossible(String subject, JournalEntry entry) {
        writeWhenPossible(subject, entry, Trace.current());
    }

    /** The same for code whose thread is nobody's. */
    void writeWhenPossible(String subject, JournalEntry entry, @Nullable TraceContext trace);
}
