package io.koobridge.service.ledger;

import io.koobridge.events.TraceContext;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a document is unsettled, and when somebody looks at it next (design §5). The schedule stands in the document;
 * retry topics are only its alarm clock.
 *
 * @param ticket the one chain of requests that may act; a request with another ticket is dropped
 * @param attempt attempts made on this ticket
 * @param dueAt not to be tried before
 * @param since when it became unsettled; survives new tickets
 * @param stuckAt from then on it counts as stuck and is tried hourly
 * @param trace of what caused it last; whoever works on it hours later still belongs to that
 */
public record Work(
        String ticket,
        int attempt,
        Instant dueAt,
        Instant since,
        Instant stuckAt,
        @Nullable TraceContext trace) {

    /** Nobody knows what caused it. */
    public Work(String ticket, int attempt, Instant dueAt, Instant since, Instant stuckAt) {
        this(ticket, attempt, dueAt, since, stuckAt, null);
    }

    /** The same work, wanted by something new; without a trace the old one stays. */
    public Work causedBy(@Nullable TraceContext cause) {
        return cause == null ? this : new Work(ticket, attempt, dueAt, since, stuckAt, cause);
    }

    /** The same unsettledness on a new chain, from the start of the ladder. */
    public Work renewed(String newTicket, Instant newDueAt) {
        return new Work(newTicket, 0, newDueAt, since, stuckAt, trace);
    }

    /** The same unsettledness after a rest in which nothing was to be done, so that nobody was late. */
    public Work rested(String newTicket, Instant end, Instant newStuckAt) {
        return new Work(newTicket, 0, end, end, newStuckAt, trace);
    }

    /** The same schedule on a new chain: what was tried was tried. */
    public Work reissued(String newTicket, Instant newDueAt) {
        return new Work(newTicket, attempt, newDueAt, since, stuckAt, trace);
    }

    public Work attempted(Instant nextDueAt) {
        return new Work(ticket, attempt + 1, nextDueAt, since, stuckAt, trace);
    }

    public boolean stuck(Instant now) {
        return !now.isBefore(stuckAt);
    }
}
