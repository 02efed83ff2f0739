package io.koobridge.events.tenant;

import org.jspecify.annotations.Nullable;

/**
 * A department as the marketplace told of it (tenant-sync §5.4, §5.5).
 *
 * @param orgCode unique in the tenant; 1 to 64 characters
 * @param name unique among siblings alone, and may change
 * @param parentCode absent for a top department; of a department that may be told of later, or never
 */
public record DepartmentRow(
        String orgCode, @Nullable String name, @Nullable String parentCode) {}
