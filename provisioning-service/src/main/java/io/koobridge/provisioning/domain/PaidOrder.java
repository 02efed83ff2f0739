package io.koobridge.provisioning.domain;

import io.koobridge.events.instance.OrderDetails.Product;
import io.koobridge.events.instance.OrderInForce.Sale;
import io.koobridge.events.instance.OrderKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One of the orders that an instance was paid by.
 *
 * @param since signed time of its first call: licences that were issued for it began then
 * @param sold absent while nobody knows, and where the same is sold on
 * @param soldOn whether it sells what the order before it sold: a plain renewal, about which no order is asked
 */
public record PaidOrder(
        OrderKey order, Instant since, @Nullable Sale sold, boolean soldOn) {

    static PaidOrder sellingOn(OrderKey order, Instant since) {
        return new PaidOrder(order, since, null, true);
    }

    static PaidOrder selling(OrderKey order, Instant since, @Nullable Sale sold) {
        return new PaidOrder(order, since, sold, false);
    }

    /** An order sells what it sold, however often it is named. */
    PaidOrder namedAgain(PaidOrder now) {
        var known = sold == null ? now.sold : sold;
        return new PaidOrder(order, since, known, known == null && soldOn && now.soldOn);
    }

    /** What its order query told; of a purchase the call may have told some of it before (saas-v1 §10, A26). */
    PaidOrder learned(LookUp.Purpose purpose, @Nullable Product product) {
        var known = purpose == LookUp.Purpose.PURCHASE && sold != null
                ? Telling.confirmed(sold.product(), product)
                : product;
        return selling(order, since, new Sale(known));
    }

    /** The order before it is gone, and what that one sold is sold on. */
    PaidOrder after(PaidOrder gone) {
        return soldOn && (gone.sold != null || gone.soldOn)
                ? new PaidOrder(order, since, gone.sold, gone.soldOn)
                : this;
    }
}
