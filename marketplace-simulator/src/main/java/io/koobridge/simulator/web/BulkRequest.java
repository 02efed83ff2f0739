package io.koobridge.simulator.web;

import io.koobridge.simulator.calling.BulkRun;
import org.jspecify.annotations.Nullable;

/**
 * A bulk run as asked for.
 *
 * @param purchase what each of them buys; its orderId must be left out
 */
record BulkRequest(
        @Nullable Integer count,
        @Nullable Integer duplicatePercent,
        @Nullable Integer ratePerSecond,
        @Nullable Integer retryMillis,
        @Nullable PurchaseRequest purchase) {

    BulkRun run() {
        if (count == null) {
            throw new IllegalArgumentException("count is missing");
        }
        return new BulkRun(count, duplicatePercent, ratePerSecond, retryMillis, each().listing());
    }

    PurchaseRequest each() {
        if (purchase == null) {
            return PurchaseRequest.ANY;
        }
        if (purchase.orderId() != null) {
            throw new IllegalArgumentException("purchase.orderId cannot be the same for all: leave it out");
        }
        if (purchase.faults() != null) {
            throw new IllegalArgumentException("purchase.faults is for single purchases");
        }
        return purchase;
    }
}
