package io.koobridge.gateway.dialect.saas.v1;

import io.koobridge.events.FactIds;
import io.koobridge.events.instance.InstanceFact.InstanceFrozen;
import io.koobridge.events.instance.InstanceFact.InstanceReleased;
import io.koobridge.events.instance.InstanceFact.InstanceUnfrozen;
import io.koobridge.events.instance.InstanceFact.TermChanged;
import io.koobridge.events.instance.InstanceFact.UpgradeOrdered;
import io.koobridge.events.instance.OrderDetails;
import io.koobridge.events.instance.OrderDetails.Particulars;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.instance.TermChange;
import io.koobridge.gateway.address.V1Terms;
import io.koobridge.gateway.command.Command;
import io.koobridge.gateway.command.Reply;
import io.koobridge.gateway.dialect.Translation;
import io.koobridge.gateway.dialect.json.Members;
import io.koobridge.gateway.dialect.script.Meaning;
import io.koobridge.gateway.dialect.script.Script;
import io.koobridge.gateway.dialect.time.ExpireTime;
import io.koobridge.gateway.dialect.v1.V1Order;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * From the edition's words into ours. Requires what identifies the thing and what decides about it, and nothing more: debugging calls and calls
 * of other years leave out even what the tables call mandatory (saas-v1 §3.1, §10).
 */
final class V1Translator implements Meaning<V1Activity> {

    private final Members members;
    private final V1Terms terms;
    private final BuyerReader buyers;
    private final Call call;
    private final V1Order order;

    /**
     * The call that says it.
     *
     * @param id fact id of what has no identity but this call
     * @param instanceOf the id that an order's instance gets
     */
    record Call(Instant signedAt, Supplier<String> id, Function<OrderKey, String> instanceOf) {}

    V1Translator(Members members, V1Terms terms, BuyerReader buyers, Call call) {
        this.members = members;
        this.terms = terms;
        this.buyers = buyers;
        this.call = call;
        this.order = new V1Order(members, terms);
    }

    Translation translate() {
        return Script.read(members, V1Activity.class, this);
    }

    @Override
    public Reply rehearsed(V1Activity known) {
        return V1Rehearsal.of(known, members, order);
    }

    @Override
    public Supplier<Command> told(V1Activity known) {
        return switch (known) {
            case NEW_INSTANCE -> newInstance();
            case REFRESH_INSTANCE -> refreshInstance();
            case EXPIRE_INSTANCE -> expireInstance();
            case RELEASE_INSTANCE -> releaseInstance();
            case UPGRADE -> upgrade();
            case INSTANCE_STATUS -> instanceStatus();
            case QUERY_INSTANCE -> queryInstance();
        };
    }

    private Supplier<Command> newInstance() {
        var orderId = members.id("orderId");
        var product = order.product();
        var productId = order.metered() ? members.id("productId") : null;
        return () -> {
            var key = new OrderKey(orderId, null, productId);
            var instanceId = call.instanceOf().apply(key);
            var bought = new OrderDetails(
                    members.says("trialFlag", "1") ? "TRIAL" : "NEW",
                    order.chargingMode(),
                    product,
                    order.period(),
                    order.end(),
                    buyers.buyer(members, instanceId),
                    particulars(instanceId));
            return new Command.AwaitedPurchase(key, bought, terms.hold());
        };
    }

    /**
     * Renewed, or not after all, or a trial became the real thing (saas-v1 §3.2). There is no other call that would thaw what was frozen at its
     * end; an end that has passed thaws nothing (§9).
     */
    private Supplier<Command> refreshInstance() {
        var id = members.id("instanceId");
        var orderId = members.id("orderId");
        var end = members.read(
                "expireTime", text -> ExpireTime.read(text, terms.zone()), "is not a time of 14 or 17 digits");
        var amount = members.readIfAny("orderAmount", V1Order::amount, "is not an amount");
        return () -> {
            var key = new OrderKey(orderId, null, null);
            var change = change(amount);
            var expiresAt = end.orElseThrow();
            var thaws = change != TermChange.UNSUBSCRIBE_RENEWAL_PERIOD && expiresAt.isAfter(call.signedAt());
            return new Command.Change(
                    id,
                    FactIds.ofTerm(id, change, key, expiresAt),
                    new TermChanged(
                            change, key, members.idIfAny("productId").orElse(null), expiresAt, thaws, told(change)));
        };
    }

    private TermChange change(Optional<BigDecimal> amount) {
        if (amount.filter(paid -> paid.signum() < 0).isPresent()) {
            return TermChange.UNSUBSCRIBE_RENEWAL_PERIOD;
        }
        // Another value than 1 is hinted at for a trial that becomes pay-per-use (saas-v1 §10, A10).
        return members.textIfAny("trialToFormal")
                .filter(flag -> !flag.strip().equals("0"))
                .map(_ -> TermChange.TRIAL_TO_FORMAL)
                .orElse(TermChange.RENEWAL);
    }

    private OrderDetails told(TermChange change) {
        var type =
                switch (change) {
                    case TRIAL_TO_FORMAL -> "TRIAL_TO_FORMAL";
                    case RENEWAL, RENEWAL_CHANGE -> "RENEW";
                    case UNSUBSCRIBE_RENEWAL_PERIOD -> "UNSUBSCRIBE";
                };
        var paid = new Particulars(null, order.orderAmount(), null, List.of());
        return new OrderDetails(type, null, order.productAlone(), order.period(), order.end(), null, paid);
    }

    /** The order may be missing, and the instance is what is meant (saas-v1 §10, A13). */
    private Supplier<Command> expireInstance() {
        var id = members.id("instanceId");
        return () -> new Command.Change(id, call.id().get(), new InstanceFrozen());
    }

    private Supplier<Command> releaseInstance() {
        var id = members.id("instanceId");
        return () -> members.idIfAny("orderId")
                .map(orderId -> new OrderKey(orderId, null, null))
                .map(key -> new Command.Change(id, FactIds.ofRelease(id, key), new InstanceReleased(key)))
                .orElseGet(() -> new Command.Change(id, call.id().get(), new InstanceReleased(null)));
    }

    /** What the instance becomes is in the call, and nowhere else: an order query knows no disk and no bandwidth (saas-v1 §3.5). */
    private Supplier<Command> upgrade() {
        var id = members.id("instanceId");
        var orderId = members.id("orderId");
        members.id("productId");
        var product = order.product();
        return () -> {
            var key = new OrderKey(orderId, null, null);
            var typed = new Particulars(null, null, null, buyers.extension(members, id));
            var bought = new OrderDetails("CHANGE", null, product, null, null, null, typed);
            return new Command.Change(id, FactIds.ofUpgrade(id, key), new UpgradeOrdered(key, bought));
        };
    }

    /** V2's word for thawing is taken too (saas-v1 §3.6, A19). */
    private enum Status {
        FREEZE,
        NORMAL,
        UNFREEZE
    }

    private Supplier<Command> instanceStatus() {
        var id = members.id("instanceId");
        var status = members.oneOf("instanceStatus", Status.class);
        return () -> new Command.Change(
                id,
                call.id().get(),
                switch (status.orElseThrow()) {
                    case FREEZE -> new InstanceFrozen();
                    case NORMAL, UNFREEZE -> new InstanceUnfrozen();
                });
    }

    private Supplier<Command> queryInstance() {
        var ids = members.ids("instanceId");
        return () -> new Command.LookUp(ids);
    }

    private Particulars particulars(String instanceId) {
        return new Particulars(
                members.idIfAny("businessId").orElse(null),
                order.orderAmount(),
                order.number("provisionType").orElse(null),
                buyers.extension(members, instanceId));
    }
}
