package io.koobridge.tenant.messaging;

import io.koobridge.events.Event;
import io.koobridge.events.tenant.TenantSnapshot;
import io.koobridge.runtime.trace.Trace;
import io.koobridge.service.reconcile.Snapshots;
import io.koobridge.service.state.StatePublisher;
import io.koobridge.tenant.domain.Tenant;
import java.time.Clock;
import java.util.Map;

/** Publishes what a tenant has become on {@code koobridge.state.tenants}: neither its people nor its secrets. */
public final class TenantSnapshots implements Snapshots<Tenant> {

    private static final String SOURCE = "/tenant-sync-service";

    private final StatePublisher<TenantSnapshot> publisher;
    private final Clock clock;

    public TenantSnapshots(StatePublisher<TenantSnapshot> publisher, Clock clock) {
        this.publisher = publisher;
        this.clock = clock;
    }

    @Override
    public void publish(Tenant tenant, long version) {
        var now = clock.instant();
        var trace = Trace.current();
        publisher.publish(new Event<>(
                tenant.id() + '@' + version,
                tenant.id(),
                SOURCE,
                now,
                now,
                trace == null ? null : trace.toString(),
                snapshot(tenant, version)));
    }

    private static TenantSnapshot snapshot(Tenant tenant, long version) {
        return new TenantSnapshot(
                tenant.id(),
                tenant.about().code(),
                tenant.about().name(),
                tenant.phase(),
                tenant.test(),
                tenant.bindings().entrySet().stream()
                        .filter(binding -> binding.getValue().present())
                        .map(Map.Entry::getKey)
                        .filter(instance -> !instance.equals(Tenant.CREDENTIAL))
                        .sorted()
                        .toList(),
                tenant.clients().keySet().stream()
                        .filter(app -> tenant.client(app).isPresent())
                        .sorted()
                        .toList(),
                tenant.readable(),
                tenant.organisation().missing(),
                version);
    }
}
