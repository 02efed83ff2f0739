package io.koobridge.tenant.reconcile;

import io.koobridge.service.reconcile.Attempt;
import io.koobridge.tenant.ledger.RowTable;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Marks rows that the directory is to hear of once more: many of them, page by page under the lease. */
final class Marking {

    private static final Duration PAGE_WITHIN = Duration.ofSeconds(20);

    private Marking() {}

    static void mark(RowTable<?> rows, RowTable.Those those, Attempt attempt, Instant now) {
        @Nullable String last = null;
        do {
            attempt.holdLease();
            last = rows.again(those, last, now).block(PAGE_WITHIN);
        } while (last != null);
    }
}
