package io.koobridge.provisioning.ledger;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * What an instance that is there was bought by, as far as its document can be read.
 *
 * @param lineId V1's purchases have none, and mean their whole order
 */
public record OwnOrder(@Nullable String orderId, @Nullable String lineId) {

    /** Whether it is certain that the instance is none of these lines of the order. */
    boolean isAnotherLineThan(String order, Collection<String> lines) {
        return order.equals(orderId) && lineId != null && !lines.contains(lineId);
    }
}
