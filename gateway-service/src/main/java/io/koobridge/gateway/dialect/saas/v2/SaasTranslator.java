package io.koobridge.gateway.dialect.saas.v2;

import io.koobridge.events.FactIds;
import io.koobridge.events.instance.InstanceFact.InstanceFrozen;
import io.koobridge.events.instance.InstanceFact.InstanceReleased;
import io.koobridge.events.instance.InstanceFact.InstanceUnfrozen;
import io.koobridge.events.instance.InstanceFact.TermChanged;
import io.koobridge.events.instance.InstanceFact.UpgradeOrdered;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.instance.TermChange;
import io.koobridge.gateway.command.Command;
import io.koobridge.gateway.dialect.Activity;
import io.koobridge.gateway.dialect.Translation;
import io.koobridge.gateway.dialect.Translation.NotUnderstood;
import io.koobridge.gateway.dialect.Translation.Understood;
import io.koobridge.gateway.dialect.json.Members;
import io.koobridge.gateway.dialect.saas.ExpireTime;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** From the edition's words into ours. Requires what identifies the thing, and nothing more (design §3.3). */
final class SaasTranslator {

    private final Members members;
    private final Supplier<String> callId;

    private SaasTranslator(Members members, Supplier<String> callId) {
        this.members = members;
        this.callId = callId;
    }

    /** @param callId fact id of what has no identity but this call */
    static Translation translate(JsonNode body, Supplier<String> callId) {
        var members = new Members(body);
        var spelling = members.text("activity");
        if (members.problem().isPresent()) {
            return new NotUnderstood(Activity.OTHER, members.problem().get());
        }
        return SaasActivity.of(spelling)
                .map(known -> members.says("testFlag", "1")
                        ? SaasRehearsal.of(known, members)
                        : new SaasTranslator(members, callId).translate(known))
                .orElseGet(() -> new NotUnderstood(Activity.OTHER, "activity is unknown"));
    }

    private Translation translate(SaasActivity known) {
        var command =
                switch (known) {
                    case NEW_INSTANCE -> newInstance();
                    case QUERY_INSTANCE -> queryInstance();
                    case REFRESH_INSTANCE -> refreshInstance();
                    case UPDATE_INSTANCE_STATUS -> updateInstanceStatus();
                    case RELEASE_INSTANCE -> releaseInstance();
                    case UPGRADE_INSTANCE -> upgradeInstance();
                    case CHANGE_INSTANCE_CHECK -> changeInstanceCheck();
                };
        return members.problem()
                .<Translation>map(why -> new NotUnderstood(known.activity(), why))
                .orElseGet(() -> new Understood(known.activity(), command.get()));
    }

    /** The documented request has no productId, but it is a part of the order's identity if it should come (saas-v2 §3.4). */
    private Supplier<Command> newInstance() {
        var orderId = members.id("orderId");
        var orderLineId = members.id("orderLineId");
        var productId = members.optionalId("productId").orElse(null);
        return () -> new Command.Purchase(new OrderKey(orderId, orderLineId, productId));
    }

    /** An id that is longer than ids are is one of nobody's, which must not spoil the answer about the others. */
    private Supplier<Command> queryInstance() {
        var ids = members.ids("instanceId");
        return () -> new Command.LookUp(ids);
    }

    /** V2 has a call for unfreezing, so a renewal alone does not (design §1). */
    private Supplier<Command> refreshInstance() {
        var id = members.id("instanceId");
        var scene = members.oneOf("scene", TermChange.class);
        var orderId = members.id("orderId");
        var expireTime = members.read("expireTime", ExpireTime::read, "is not a time of 14 or 17 digits");
        return () -> {
            var change = scene.orElseThrow();
            var order = order(orderId);
            var expiresAt = expireTime.orElseThrow();
            var productId = members.idIfAny("productId").orElse(null);
            return new Command.Change(
                    id,
                    FactIds.ofTerm(id, change, order, expiresAt),
                    new TermChanged(change, order, productId, expiresAt, false));
        };
    }

    private enum Status {
        FREEZE,
        UNFREEZE
    }

    private Supplier<Command> updateInstanceStatus() {
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

    /** An order is there when somebody unsubscribed (saas-v2 §6.2). */
    private Supplier<Command> releaseInstance() {
        var id = members.id("instanceId");
        return () -> members.idIfAny("orderId")
                .map(this::order)
                .map(order -> new Command.Change(id, FactIds.ofRelease(id, order), new InstanceReleased(order)))
                .orElseGet(() -> new Command.Change(id, callId.get(), new InstanceReleased(null)));
    }

    private Supplier<Command> upgradeInstance() {
        var id = members.id("instanceId");
        var orderId = members.id("orderId");
        return () -> {
            var order = order(orderId);
            return new Command.Change(id, FactIds.ofUpgrade(id, order), new UpgradeOrdered(order));
        };
    }

    private Supplier<Command> changeInstanceCheck() {
        var id = members.id("instanceId");
        var productInfo = members.readAny("productInfo", ProductInfo::read);
        return () -> {
            var product = productInfo.orElseThrow();
            return new Command.Check(id, product.productId(), product.skuCode(), product.linearValue());
        };
    }

    /** Of a change. It is the instance that says what is meant, so a line that cannot be read is none. */
    private OrderKey order(String orderId) {
        return new OrderKey(orderId, members.idIfAny("orderLineId").orElse(null), null);
    }
}
