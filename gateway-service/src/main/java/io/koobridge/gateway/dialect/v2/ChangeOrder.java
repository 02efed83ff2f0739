package io.koobridge.gateway.dialect.v2;

import io.koobridge.events.instance.OrderKey;
import io.koobridge.gateway.dialect.json.Members;
import java.util.Optional;

/** The order of a change. It is something else that says what is meant, so a line that cannot be read is none. */
public final class ChangeOrder {

    private ChangeOrder() {}

    public static OrderKey of(Members members, String orderId) {
        return new OrderKey(orderId, members.idIfAny("orderLineId").orElse(null), null);
    }

    /** Of a release; there is one when somebody unsubscribed (saas-v2 §6.2, license §3.4, §4.3). */
    public static Optional<OrderKey> ifAny(Members members) {
        return members.idIfAny("orderId").map(orderId -> of(members, orderId));
    }
}
