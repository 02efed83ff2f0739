package io.koobridge.events.tenant;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An enterprise as other services and the seller's own systems may see it; published on {@code koobridge.state.tenants} after each reconcile. Its departments and
 * users are read by the change feed, up to {@code position}. Receivers ignore a version lower than one they have seen.
 *
 * @param code by which its users' login finds it
 * @param test told by debugging and the credential stage alone: never billed
 * @param instances that are bound to it
 * @param applications it has a client for, by their ids
 * @param position up to which its departments and users have changed
 * @param missingDepartments that the last whole organisation did not name
 * @param version rises with every write of the tenant
 */
public record TenantSnapshot(
        String tenantId,
        @Nullable String code,
        @Nullable String name,
        TenantPhase phase,
        boolean test,
        List<String> instances,
        List<String> applications,
        long position,
        long missingDepartments,
        long version) {

    public TenantSnapshot {
        instances = List.copyOf(instances);
        applications = List.copyOf(applications);
    }
}
