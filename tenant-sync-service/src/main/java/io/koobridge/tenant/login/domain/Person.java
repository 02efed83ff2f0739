package io.koobridge.tenant.login.domain;

import io.koobridge.events.tenant.TenantIds;
import org.jspecify.annotations.Nullable;

/**
 * Who logged in, as the product is told.
 *
 * @param role {@code user} or {@code admin}
 * @param test of the credential stage or a debugging call: nothing that he does is billed
 */
public record Person(
        String tenantId,
        @Nullable String tenantName,
        @Nullable String tenantCode,
        String userName,
        @Nullable String name,
        String role,
        @Nullable String orgCode,
        boolean test) {

    /** The same for ever, and nobody else's: account names are unique inside an enterprise alone (tenant-sync §2.3). */
    public String subject() {
        return TenantIds.of(tenantId, userName);
    }
}
