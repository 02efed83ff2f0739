package io.koobridge.tenant.domain;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A department of a tenant (tenant-sync §5.4). One that was taken away stays: what was told of it earlier may come later, and children may still name it.
 *
 * @param orgCode unique in the tenant
 * @param parentCode absent for a top department; perhaps of none that is known
 * @param cut its link to the parent closes a circle, and does not count (tenant-sync §5.4)
 * @param present false: taken away
 * @param toldAt when the marketplace told of it last
 * @param run of the whole organisation that named it last; absent: none did
 * @param bindings instances through which it was told
 * @param test told by debugging calls alone
 */
public record Department(
        String tenantId,
        String orgCode,
        @Nullable String name,
        @Nullable String parentCode,
        boolean cut,
        boolean present,
        Instant toldAt,
        @Nullable String run,
        Set<String> bindings,
        boolean test) {

    public Department {
        bindings = Set.copyOf(bindings);
    }

    /** Whom it stands under; absent for a top department, and where the link was cut. */
    public @Nullable String parent() {
        return cut ? null : parentCode;
    }

    /** Whether nobody who is told of it would see a difference. */
    public boolean says(Department other) {
        return present == other.present
                && cut == other.cut
                && Objects.equals(name, other.name)
                && Objects.equals(parentCode, other.parentCode);
    }

    /** The same, with its link cut or not. */
    public Department cut(boolean link) {
        return new Department(tenantId, orgCode, name, parentCode, link, present, toldAt, run, bindings, test);
    }
}
