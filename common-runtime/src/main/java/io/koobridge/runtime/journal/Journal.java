package io.koobridge.runtime.journal;

import io.koobridge.events.journal.JournalEntry;

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
    void write(String subject, JournalEntry entry);

    /**
     * Tells, if need be after an outage of Kafka: for the calls that the gateway answered {@code 000005}, which are most of
     * all answered while Kafka is away (design §6). Remembers the latest 10,000 in memory, so a restart forgets them.
     */
    void writeWhenPossible(String subject, JournalEntry entry);
}
