package io.koobridge.runtime.journal;

import io.koobridge.events.Event;
import io.koobridge.events.TraceContext;
import io.koobridge.events.journal.JournalEntry;
import io.koobridge.runtime.identity.ServiceName;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Turns an entry into an event of this service, now. */
final class JournalEvents {

    private final String source;
    private final InstantSource clock;
    private final Supplier<String> ids;

    JournalEvents(ServiceName service, InstantSource clock, Supplier<String> ids) {
        this.source = "/" + service.value();
        this.clock = clock;
        this.ids = ids;
    }

    Event<JournalEntry> of(String subject, JournalEntry entry, @Nullable TraceContext trace) {
        var now = clock.instant();
        return new Event<>(ids.get(), subject, source, now, now, trace == null ? null : trace.toString(), entry);
    }
}
