package io.koobridge.service.ledger;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A document as it was read.
 *
 * @param version rises with every change of {@code state}; the number that compare-and-set compares
 * @param work present while unsettled
 */
public record Entry<S>(
        String id,
        S state,
        long version,
        @Nullable Work work,
        @Nullable Lease lease) {

    public Optional<Work> unsettled() {
        return Optional.ofNullable(work);
    }

    public boolean heldBy(String holder) {
        return lease != null && lease.holder().equals(holder);
    }
}
