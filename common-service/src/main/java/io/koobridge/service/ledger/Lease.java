package io.koobridge.service.ledger;

import java.time.Instant;

/**
 * Who reconciles a document now.
 *
 * @param holder one claim, not one process: a process that lost a lease must not mistake its next one for it
 * @param until from then on anybody may claim
 */
public record Lease(String holder, Instant until) {}
