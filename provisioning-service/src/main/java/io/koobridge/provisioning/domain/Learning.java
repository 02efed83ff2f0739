package io.koobridge.provisioning.domain;

import io.koobridge.events.Event;
import io.koobridge.events.instance.InstanceFact.OrderLearned;
import io.koobridge.events.instance.OrderDetails;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an order teaches: each part where it is unset or older than the call that made somebody ask. */
final class Learning {

    private Learning() {}

    static Spec from(Event<OrderLearned> event, Spec spec) {
        var learned = event.data();
        var answered = spec.answeredBy(event);
        var bought = withBought(answered, learned.details(), event.asOf());
        var expiresAt = learned.details().expiresAt();
        return expiresAt == null || !open(spec.expiry(), event.asOf())
                ? bought
                : bought.withExpiry(new Part<>(expiresAt, event.asOf()));
    }

    private static Spec withBought(Spec spec, OrderDetails details, Instant asOf) {
        var before = spec.bought();
        return open(before, asOf)
                ? spec.withBought(new Part<>(before == null ? details : completed(details, before.value()), asOf))
                : spec;
    }

    /** A later order may leave out what has not changed. */
    private static OrderDetails completed(OrderDetails details, OrderDetails before) {
        return new OrderDetails(
                details.orderType(),
                details.chargingMode(),
                details.product() == null ? before.product() : details.product(),
                details.period() == null ? before.period() : details.period(),
                details.expiresAt() == null ? before.expiresAt() : details.expiresAt(),
                details.buyer() == null ? before.buyer() : details.buyer());
    }

    private static boolean open(@Nullable Part<?> part, Instant asOf) {
        return part == null || part.setBefore(asOf);
    }
}
