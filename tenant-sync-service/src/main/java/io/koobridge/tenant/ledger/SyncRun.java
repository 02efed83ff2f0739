package io.koobridge.tenant.ledger;

import io.koobridge.tenant.domain.Department;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One call of the marketplace that told a whole list, as far as its parts came.
 *
 * @param kind what the list is of
 * @param asOf when it was told
 * @param of how many parts there are
 * @param rows of the whole list
 * @param arrived how many parts are stored
 * @param completedAt when the last one was; absent while some are missing
 */
public record SyncRun(
        String syncId,
        String tenantId,
        Kind kind,
        Instant asOf,
        Instant startedAt,
        int of,
        int rows,
        int arrived,
        @Nullable Instant completedAt) {

    /** Whether it should have named a department that it did not name. What was told since, by whatever call, is not missing. */
    public boolean misses(Department department) {
        return department.present()
                && !syncId.equals(department.run())
                && department.toldAt().isBefore(asOf);
    }

    /** What a list is of. */
    public enum Kind {
        ORGANISATION,
        USERS
    }
}
