package io.koobridge.tenant.web;

import io.koobridge.tenant.ledger.Row;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the directory knows of an entry.
 *
 * @param id the directory's own; absent where it has none
 * @param waitingSince since when it has not heard of the last change; absent where it has
 * @param refused why it never will; absent where it may
 */
record DirectoryView(
        @Nullable String id,
        @Nullable Instant waitingSince,
        int attempts,
        @Nullable String refused) {

    static DirectoryView of(Row<?> row) {
        var place = row.place();
        var work = row.work();
        return new DirectoryView(
                place == null ? null : place.id(),
                work == null ? null : work.since(),
                work == null ? 0 : work.attempt(),
                row.refused());
    }
}
