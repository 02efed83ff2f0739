package io.koobridge.events.tenant;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A department as the marketplace told of it (tenant-sync §5.4, §5.5).
 *
 * @param orgCode unique in the tenant; 1 to 64 characters
 * @param name unique among siblings alone, and may change
 * @param parentCode absent for a top department; of a department that may be told of later, or never
 * @param unread members that could not be taken as they came: they are left out or cut
 */
public record DepartmentRow(
        String orgCode, @Nullable String name, @Nullable String parentCode, List<String> unread) {

    public DepartmentRow {
        unread = List.copyOf(unread);
    }

    /** One of which everything could be read. */
    public DepartmentRow(String orgCode, @Nullable String name, @Nullable String parentCode) {
        this(orgCode, name, parentCode, List.of());
    }
}
