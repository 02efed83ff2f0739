package io.koobridge.service.reconcile;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * "Reconcile X": a key and a ticket. May be late, repeated, lost or overtaken without harm.
 *
 * @param ledger which of the service's ledgers
 * @param notBefore when there is something to do at the earliest, as whoever sent it knew; absent: now. It spares the ledger the alarms that come too early, and
 *     decides nothing: what is due is in the document
 */
public record ReconcileRequest(
        String ledger, String id, String ticket, @Nullable Instant notBefore) {

    /** Half a request is none: read from Kafka, it would climb the ladder for two hours. */
    public ReconcileRequest {
        requireNonNull(ledger, "ledger");
        requireNonNull(id, "id");
        requireNonNull(ticket, "ticket");
    }

    public ReconcileRequest(String ledger, String id, String ticket) {
        this(ledger, id, ticket, null);
    }
}
