package io.koobridge.tenant.ledger;

import io.koobridge.tenant.domain.directory.Place;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One department or user as it was read.
 *
 * @param version rises with every change of {@code state}; the number that compare-and-set compares, and the directory's fencing number
 * @param position generation of the tenant in which it changed last
 * @param place where the directory keeps it
 * @param work present while the directory is not known to have it as it is
 * @param refused why the directory refused it for good
 */
public record Row<T>(
        String id,
        T state,
        long version,
        long position,
        @Nullable Place place,
        @Nullable Pending work,
        @Nullable String refused) {

    /**
     * What is left to be told to the directory.
     *
     * @param since when the first change came that it has not heard of
     */
    public record Pending(Instant dueAt, Instant since, int attempt) {}
}
