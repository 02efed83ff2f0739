package io.koobridge.tenant.outside.scim;

import io.koobridge.events.tenant.TenantIds;

/** What an entry is called by KooBridge, on a server that many tenants may share: its {@code externalId}. */
record OwnId(String tenantId, String code) {

    /** What all entries of this tenant begin with. A slash in a tenant's id is none of its parts. */
    static String prefix(String tenantId) {
        return TenantIds.of(tenantId, "");
    }

    @Override
    public String toString() {
        return prefix(tenantId) + code;
    }
}
