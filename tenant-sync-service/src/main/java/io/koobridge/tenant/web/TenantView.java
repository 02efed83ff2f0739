package io.koobridge.tenant.web;

import io.koobridge.events.tenant.TenantPhase;
import io.koobridge.tenant.domain.Tenant;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A tenant as it is shown: no secret, and not whether there is one.
 *
 * @param bindings by instance; under {@code -} the one of the credential stage
 * @param applications by id
 * @param position up to which its departments and users have changed
 * @param settled whether the directory is as they are
 * @param missingDepartments that the last whole organisation did not name
 * @param cutLinks departments whose link to their parent would close a circle
 */
record TenantView(
        String tenantId,
        @Nullable String code,
        @Nullable String name,
        @Nullable String domainName,
        TenantPhase phase,
        boolean test,
        Map<String, Tenant.Binding> bindings,
        Map<String, ApplicationView> applications,
        long position,
        boolean settled,
        long missingDepartments,
        long cutLinks) {

    /** Its client for an application. */
    record ApplicationView(boolean present, String clientId, boolean test, Instant toldAt) {}

    static TenantView of(Tenant tenant) {
        var applications = new TreeMap<String, ApplicationView>();
        tenant.clients()
                .forEach((app, client) -> applications.put(
                        app, new ApplicationView(client.present(), client.id(), client.test(), client.toldAt())));
        return new TenantView(
                tenant.id(),
                tenant.about().code(),
                tenant.about().name(),
                tenant.about().domainName(),
                tenant.phase(),
                tenant.test(),
                new TreeMap<>(tenant.bindings()),
                applications,
                tenant.readable(),
                tenant.settled(),
                tenant.organisation().missing(),
                tenant.organisation().cut());
    }
}
