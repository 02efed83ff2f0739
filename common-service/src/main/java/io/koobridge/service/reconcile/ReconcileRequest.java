package io.koobridge.service.reconcile;

import static java.util.Objects.requireNonNull;

/**
 * "Reconcile X": a key and a ticket, nothing else. May be late, repeated, lost or overtaken without harm.
 *
 * @param ledger which of the service's ledgers
 */
public record ReconcileRequest(String ledger, String id, String ticket) {

    /** Half a request is none: read from Kafka, it would climb the ladder for two hours. */
    public ReconcileRequest {
        requireNonNull(ledger, "ledger");
        requireNonNull(id, "id");
        requireNonNull(ticket, "ticket");
    }
}
