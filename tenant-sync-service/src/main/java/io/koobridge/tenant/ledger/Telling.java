package io.koobridge.tenant.ledger;

import java.time.Instant;

/**
 * On whose word rows are written.
 *
 * @param position generation of the tenant in which they change
 * @param cause id of the fact, or of the review
 * @param propagate whether a directory is to hear of it
 */
record Telling(String tenantId, long position, String cause, boolean propagate, Instant now) {}
