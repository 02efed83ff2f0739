package io.koobridge.gateway.dialect.license.v1;

import io.koobridge.events.FactIds;
import io.koobridge.events.instance.Buyer;
import io.koobridge.events.instance.InstanceFact.InstanceFrozen;
import io.koobridge.events.instance.InstanceFact.InstanceReleased;
import io.koobridge.events.instance.InstanceFact.TermChanged;
import io.koobridge.events.instance.OrderDetails;
import io.koobridge.events.instance.OrderDetails.Particulars;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.instance.TermChange;
import io.koobridge.gateway.address.V1Terms;
import io.koobridge.gateway.command.Command;
import io.koobridge.gateway.command.MadeUp;
import io.koobridge.gateway.command.Reply;
import io.koobridge.gateway.dialect.Translation;
import io.koobridge.gateway.dialect.json.Members;
import io.koobridge.gateway.dialect.script.Meaning;
import io.koobridge.gateway.dialect.script.Script;
import io.koobridge.gateway.dialect.time.ExpireTime;
import io.koobridge.gateway.dialect.v1.V1Order;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** From the edition's words into ours (license §7). What decides about the licence must be readable; a purchase fails for nothing else. */
final class LicenseV1Translator implements Meaning<LicenseV1Activity> {

    private final Members members;
    private final V1Terms terms;
    private final Instant signedAt;
    private final Supplier<String> callId;

    private LicenseV1Translator(Members members, V1Terms terms, Instant signedAt, Supplier<String> callId) {
        this.members = members;
        this.terms = terms;
        this.signedAt = signedAt;
        this.callId = callId;
    }

    /** @param callId fact id of what has no identity but this call */
    static Translation translate(Members members, V1Terms terms, Instant signedAt, Supplier<String> callId) {
        return Script.read(members, LicenseV1Activity.class, new LicenseV1Translator(members, terms, signedAt, callId));
    }

    @Override
    public Supplier<Command> told(LicenseV1Activity known) {
        return switch (known) {
            case GET_LICENSE -> getLicense();
            case REFRESH_LICENSE -> refreshLicense();
            case EXPIRE_LICENSE -> expireLicense();
            case RELEASE_LICENSE -> releaseLicense();
        };
    }

    @Override
    public Reply rehearsed(LicenseV1Activity known) {
        return switch (known) {
            case GET_LICENSE ->
                MadeUp.licensed(
                        members.text("orderId"),
                        order().metered() ? members.textIfAny("productId").orElse("") : "");
            case REFRESH_LICENSE, EXPIRE_LICENSE, RELEASE_LICENSE -> {
                members.text("instanceId");
                yield new Reply.Noted(false);
            }
        };
    }

    /** The same order has the same licence (license §7); where use is paid for, one order buys several, told apart by product (design §4). */
    private Supplier<Command> getLicense() {
        var order = order();
        var orderId = members.id("orderId");
        var product = order.product();
        var productId = order.metered() ? members.id("productId") : null;
        return () -> {
            var told = new Particulars(members.idIfAny("businessId").orElse(null), null, null, List.of());
            var bought =
                    new OrderDetails("NEW", order.chargingMode(), product, order.period(), order.end(), buyer(), told);
            return new Command.LicensedPurchase(new OrderKey(orderId, null, productId), bought, terms.hold());
        };
    }

    private @Nullable Buyer buyer() {
        var id = members.textIfAny("customerId").orElse(null);
        var name = members.textIfAny("customerName").orElse(null);
        return id == null && name == null ? null : new Buyer(id, name, null, null, null, null);
    }

    /** There is no call that would thaw what was frozen at its end; an end that has passed thaws nothing (saas-v1 §9). */
    private Supplier<Command> refreshLicense() {
        var id = members.id("instanceId");
        var orderId = members.id("orderId");
        var end = members.read(
                "expireTime", text -> ExpireTime.read(text, terms.zone()), "is not a time of 14 or 17 digits");
        return () -> {
            var order = order();
            var key = new OrderKey(orderId, null, null);
            var expiresAt = end.orElseThrow();
            var productId = members.idIfAny("productId").orElse(null);
            var bought = new OrderDetails("RENEW", null, order.productAlone(), order.period(), expiresAt, null, null);
            return new Command.Change(
                    id,
                    FactIds.ofTerm(id, TermChange.RENEWAL, key, expiresAt),
                    new TermChanged(
                            TermChange.RENEWAL, key, productId, expiresAt, expiresAt.isAfter(signedAt), bought));
        };
    }

    private Supplier<Command> expireLicense() {
        var id = members.id("instanceId");
        return () -> new Command.Change(id, callId.get(), new InstanceFrozen());
    }

    /** The order may be missing, and the instance is what is meant, as in SaaS V1 (saas-v1 §10, A13). */
    private Supplier<Command> releaseLicense() {
        var id = members.id("instanceId");
        return () -> members.idIfAny("orderId")
                .map(orderId -> new OrderKey(orderId, null, null))
                .map(key -> new Command.Change(id, FactIds.ofRelease(id, key), new InstanceReleased(key)))
                .orElseGet(() -> new Command.Change(id, callId.get(), new InstanceReleased(null)));
    }

    private V1Order order() {
        return new V1Order(members, terms);
    }
}
