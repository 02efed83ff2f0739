package io.koobridge.gateway.dialect.v2;

import io.koobridge.events.FactIds;
import io.koobridge.events.instance.InstanceFact.InstanceFrozen;
import io.koobridge.events.instance.InstanceFact.InstanceReleased;
import io.koobridge.events.instance.InstanceFact.InstanceUnfrozen;
import io.koobridge.events.instance.InstanceFact.TermChanged;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.instance.TermChange;
import io.koobridge.gateway.command.Command;
import io.koobridge.gateway.dialect.json.Members;
import io.koobridge.gateway.dialect.time.ExpireTime;
import java.util.function.Supplier;

/** The life of an instance, which SaaS and online License tell in the same words (license §1). Requires what identifies the thing, and nothing more (design §3.3). */
public final class InstanceCalls {

    private final Members members;
    private final Supplier<String> callId;

    /** @param callId fact id of what has no identity but this call */
    public InstanceCalls(Members members, Supplier<String> callId) {
        this.members = members;
        this.callId = callId;
    }

    /** The documented request has no productId, but it is a part of the order's identity if it should come (saas-v2 §3.4). */
    public Supplier<Command> newInstance() {
        var orderId = members.id("orderId");
        var orderLineId = members.id("orderLineId");
        var productId = members.optionalId("productId").orElse(null);
        return () -> new Command.Purchase(new OrderKey(orderId, orderLineId, productId));
    }

    /** An id that is longer than ids are is one of nobody's, which must not spoil the answer about the others. */
    public Supplier<Command> queryInstance() {
        var ids = members.ids("instanceId");
        return () -> new Command.LookUp(ids);
    }

    /** V2 has a call for unfreezing, so a renewal alone does not (design §1). */
    public Supplier<Command> refreshInstance() {
        var id = members.id("instanceId");
        var scene = members.oneOf("scene", TermChange.class);
        var orderId = members.id("orderId");
        var expireTime = members.read("expireTime", ExpireTime::read, "is not a time of 14 or 17 digits");
        return () -> {
            var change = scene.orElseThrow();
            var order = ChangeOrder.of(members, orderId);
            var expiresAt = expireTime.orElseThrow();
            var productId = members.idIfAny("productId").orElse(null);
            return new Command.Change(
                    id,
                    FactIds.ofTerm(id, change, order, expiresAt),
                    new TermChanged(change, order, productId, expiresAt, false));
        };
    }

    public Supplier<Command> updateInstanceStatus() {
        var id = members.id("instanceId");
        var status = members.oneOf("status", Status.class);
        return () -> new Command.Change(
                id,
                callId.get(),
                switch (status.orElseThrow()) {
                    case FREEZE -> new InstanceFrozen();
                    case UNFREEZE -> new InstanceUnfrozen();
                });
    }

    public Supplier<Command> releaseInstance() {
        var id = members.id("instanceId");
        return () -> ChangeOrder.ifAny(members)
                .map(order -> new Command.Change(id, FactIds.ofRelease(id, order), new InstanceReleased(order)))
                .orElseGet(() -> new Command.Change(id, callId.get(), new InstanceReleased(null)));
    }
}
