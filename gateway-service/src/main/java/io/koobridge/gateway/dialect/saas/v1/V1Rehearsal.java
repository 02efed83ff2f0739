package io.koobridge.gateway.dialect.saas.v1;

import io.koobridge.gateway.command.MadeUp;
import io.koobridge.gateway.command.Reply;
import io.koobridge.gateway.dialect.json.Members;
import io.koobridge.gateway.dialect.v1.V1Order;

/** Debugging calls: the thing must be named, in whatever form, and nothing else is looked at (saas-v1 §1.5, §10 A24). */
final class V1Rehearsal {

    private V1Rehearsal() {}

    static Reply of(V1Activity known, Members members, V1Order order) {
        return switch (known) {
            case NEW_INSTANCE -> obtained(members, order);
            case QUERY_INSTANCE -> MadeUp.lookUp(members.ids("instanceId"));
            case REFRESH_INSTANCE, EXPIRE_INSTANCE, RELEASE_INSTANCE, UPGRADE, INSTANCE_STATUS -> {
                members.text("instanceId");
                yield new Reply.Noted(false);
            }
        };
    }

    /** As real ones, pay-per-use instances of one order are told apart by product. */
    private static Reply obtained(Members members, V1Order order) {
        var orderId = members.text("orderId");
        return MadeUp.obtained(
                orderId, order.metered() ? members.textIfAny("productId").orElse("") : "");
    }
}
