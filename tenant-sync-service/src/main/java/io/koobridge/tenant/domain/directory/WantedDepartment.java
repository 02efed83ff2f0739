package io.koobridge.tenant.domain.directory;

import org.jspecify.annotations.Nullable;

/**
 * A department as it is wanted.
 *
 * @param orgCode unique in the tenant alone
 * @param name its code, where none was told
 * @param parentCode as it was told, for the parent may come later or be gone; absent for a top department
 * @param parentPlace the directory's id of the parent; absent where the directory has none yet
 * @param present false: it is to be taken away
 * @param place absent: it was never written, or nobody knows
 * @param generation rises with every change of what is wanted; one below the highest that was applied is to be ignored
 */
public record WantedDepartment(
        String tenantId,
        String orgCode,
        String name,
        @Nullable String parentCode,
        @Nullable String parentPlace,
        boolean present,
        @Nullable Place place,
        long generation) {}
