package io.koobridge.runtime.journal;

import io.koobridge.events.TraceContext;
import io.koobridge.events.journal.JournalEntry;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The journal's twin in memory, so that every test can assert what an operator would see. Thread-safe. */
public final class RecordingJournal implements Journal {

    private final List<Written> written = new CopyOnWriteArrayList<>();

    /**
     * One call.
     *
     * @param whenPossible the entry was to survive an outage of Kafka
     */
    public record Written(
            String subject,
            JournalEntry entry,
            boolean whenPossible,
            @Nullable TraceContext trace) {}

    @Override
    public void write(String subject, JournalEntry entry, @Nullable TraceContext trace) {
        written.add(new Written(subject, entry, false, trace));
    }

    @Override
    public void writeWhenPossible(String subject, JournalEntry entry, @Nullable TraceContext trace) {
        written.add(new Written(subject, entry, true, trace));
    }

    /** Every call, in order. */
    public List<Written> written() {
        return List.copyOf(written);
    }

    public List<JournalEntry> entries() {
        return written.stream().map(Written::entry).toList();
    }

    public <E extends JournalEntry> List<E> entriesOf(Class<E> type) {
        return entries().stream().filter(type::isInstance).map(type::cast).toList();
    }

    public List<JournalEntry> entriesAbout(String subject) {
        return written.stream()
                .filter(line -> line.subject().equals(subject))
                .map(Written::entry)
                .toList();
    }
}
