package io.koobridge.gateway.dialect.orders;

import io.koobridge.gateway.address.KeyType;
import io.koobridge.gateway.dialect.CallHead;
import io.koobridge.gateway.dialect.Dialect;
import io.koobridge.gateway.dialect.UniformDialect;
import io.koobridge.gateway.dialect.signed.SignedCalls;

/** Order notification: signed like the V2 base interfaces, with a general key; one activity, for products of every type. */
public final class OrderNotifications {

    private OrderNotifications() {}

    public static Dialect dialect() {
        return new UniformDialect(
                CallHead::isPost,
                keys -> keys.of(KeyType.GENERAL),
                new SignedCalls("orders", (body, _) -> OrderNotice.translate(body)),
                OrderAnswers::of);
    }
}
