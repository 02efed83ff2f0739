package io.koobridge.events.order;

import io.koobridge.events.instance.OrderDetails;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order line as KooBridge has seen it, for other services and the seller's own systems; published on {@code
 * koobridge.state.orders} as soon as the order is known, and again when it was compared with the calls. Receivers ignore a
 * version lower than one they have seen.
 *
 * @param orderLineId absent only when an operator asked for an order without naming a line
 * @param details what the order query told; absent when it was refused for good
 * @param instanceId the instance that the order belongs to; absent unless {@code comparison} is KNOWN
 * @param failure why the marketplace does not show the order, when it was refused for good
 * @param notifiedAt when the marketplace first told of it, by its own clock; absent when only an operator asked for it
 * @param version rises with every write
 */
public record OrderObserved(
        String orderId,
        @Nullable String orderLineId,
        @Nullable OrderDetails details,
        Comparison comparison,
        @Nullable String instanceId,
        @Nullable String failure,
        @Nullable Instant notifiedAt,
        long version) {}
