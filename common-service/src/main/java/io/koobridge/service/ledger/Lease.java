package io.koobridge.service.ledger;

import java.time.Duration;
import java.time.Instant;

/**
 * Who reconciles a document now.
 *
 * @param holder one claim, not one process: a process that lost a lease must not mistake its next one for it
 * @param until from then on anybody may claim
 */
public record Lease(String holder, Instant until) {

    /**
     * What an outside call must fit into. A tenth of a lease is left out: one of which less than that is gone is not renewed before a call, for each renewal is a
     * write.
     *
     * @param lease how long one lasts
     */
    public static Duration outlasting(Duration lease) {
        return lease.multipliedBy(9).dividedBy(10);
    }
}
