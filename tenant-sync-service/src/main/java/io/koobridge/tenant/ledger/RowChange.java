package io.koobridge.tenant.ledger;

import io.koobridge.events.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What a fact does to one row.
 *
 * @param code of the row in its tenant
 */
public record RowChange<T>(String code, Decision<T> decision) {

    /** Pure: it may be asked several times. */
    @FunctionalInterface
    public interface Decision<T> {
        Outcome<T> decide(@Nullable T current);
    }
}
