package io.koobridge.service.reconcile;

/**
 * "Reconcile X": a key and a ticket, nothing else. May be late, repeated, lost or overtaken without harm.
 *
 * @param ledger which of the service's ledgers
 */
public record ReconcileRequest(String ledger, String id, String ticket) {}
