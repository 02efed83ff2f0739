package io.koobridge.provisioning.messaging;

import io.koobridge.events.Event;
import io.koobridge.events.instance.InstanceSnapshot;
import io.koobridge.events.instance.OrderDetails;
import io.koobridge.events.instance.OrderDetails.Particulars;
import io.koobridge.provisioning.domain.Failure;
import io.koobridge.provisioning.domain.Instance;
import io.koobridge.provisioning.domain.Part;
import io.koobridge.runtime.trace.Trace;
import io.koobridge.service.reconcile.Snapshots;
import io.koobridge.service.state.StatePublisher;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Publishes what an instance has become on {@code koobridge.state.instances}. */
public final class InstanceSnapshots implements Snapshots<Instance> {

    private static final String SOURCE = "/provisioning-service";

    private final StatePublisher<InstanceSnapshot> publisher;
    private final Clock clock;

    public InstanceSnapshots(StatePublisher<InstanceSnapshot> publisher, Clock clock) {
        this.publisher = publisher;
        this.clock = clock;
    }

    @Override
    public void publish(Instance instance, long version) {
        var now = clock.instant();
        var trace = Trace.current();
        publisher.publish(new Event<>(
                instance.id() + '@' + version,
                instance.id(),
                SOURCE,
                now,
                now,
                trace == null ? null : trace.toString(),
                snapshot(instance, version)));
    }

    /** Without what buyers typed into the seller's own fields: whoever reads states could not open it (design §7). */
    private static OrderDetails published(OrderDetails bought) {
        var told = bought.particulars();
        return told == null
                ? bought
                : new OrderDetails(
                        bought.orderType(),
                        bought.chargingMode(),
                        bought.product(),
                        bought.period(),
                        bought.expiresAt(),
                        bought.buyer(),
                        new Particulars(told.businessId(), told.orderAmount(), told.provisionType(), List.of()));
    }

    private static InstanceSnapshot snapshot(Instance instance, long version) {
        var spec = instance.spec();
        return new InstanceSnapshot(
                instance.id(),
                instance.kind(),
                instance.phase(),
                instance.order(),
                Optional.ofNullable(spec.bought())
                        .map(Part::value)
                        .map(InstanceSnapshots::published)
                        .orElse(null),
                Optional.ofNullable(spec.expiry()).map(Part::value).orElse(null),
                Optional.ofNullable(instance.status().failure())
                        .map(Failure::reason)
                        .orElse(null),
                version,
                spec.generation(),
                instance.status().observedGeneration(),
                instance.paid().inForce(),
                instance.delivery());
    }
}
