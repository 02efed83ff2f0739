package io.koobridge.gateway.command;

import io.koobridge.events.InstanceIds;
import io.koobridge.events.instance.InstanceKind;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.runtime.identity.SellerId;

/** Which id an order's instance gets here, without asking anybody (design §4). */
public record InstanceNames(SellerId seller) {

    public String of(InstanceKind kind, OrderKey order) {
        return InstanceIds.derive(seller.value(), kind, order);
    }
}
