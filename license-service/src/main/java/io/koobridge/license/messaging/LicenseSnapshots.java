package io.koobridge.license.messaging;

import io.koobridge.events.Event;
import io.koobridge.events.license.LicenseSnapshot;
import io.koobridge.license.domain.Application;
import io.koobridge.license.domain.LicenseOrder;
import io.koobridge.runtime.trace.Trace;
import io.koobridge.service.reconcile.Snapshots;
import io.koobridge.service.state.StatePublisher;
import java.time.Clock;

/** Publishes what a licence has become on {@code koobridge.state.licenses}: neither the licence nor the device. */
public final class LicenseSnapshots implements Snapshots<Application> {

    private static final String SOURCE = "/license-service";

    private final StatePublisher<LicenseSnapshot> publisher;
    private final Clock clock;

    public LicenseSnapshots(StatePublisher<LicenseSnapshot> publisher, Clock clock) {
        this.publisher = publisher;
        this.clock = clock;
    }

    /** Of what was applied for when its instance was gone already, there is no order to tell, and nothing was ever told. */
    @Override
    public void publish(Application application, long version) {
        var order = application.order();
        if (order == null) {
            return;
        }
        var now = clock.instant();
        var trace = Trace.current();
        publisher.publish(new Event<>(
                application.id() + '@' + version,
                application.id(),
                SOURCE,
                now,
                now,
                trace == null ? null : trace.toString(),
                snapshot(application, order, version)));
    }

    private static LicenseSnapshot snapshot(Application application, LicenseOrder order, long version) {
        var progress = application.progress();
        return new LicenseSnapshot(
                application.id(),
                order.instanceId(),
                order.eventId(),
                progress.phase(),
                order.order(),
                order.quantity(),
                order.effectiveAt(),
                order.expiresAt(),
                progress.deliveredAt(),
                progress.failure(),
                version);
    }
}
