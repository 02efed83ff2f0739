package io.koobridge.gateway.dialect.saas.v2;

import io.koobridge.events.FactIds;
import io.koobridge.events.instance.InstanceFact.UpgradeOrdered;
import io.koobridge.gateway.command.Command;
import io.koobridge.gateway.command.MadeUp;
import io.koobridge.gateway.command.Reply;
import io.koobridge.gateway.dialect.Translation;
import io.koobridge.gateway.dialect.json.Members;
import io.koobridge.gateway.dialect.script.Meaning;
import io.koobridge.gateway.dialect.script.Script;
import io.koobridge.gateway.dialect.v2.ChangeOrder;
import io.koobridge.gateway.dialect.v2.InstanceCalls;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** From the edition's words into ours. Requires what identifies the thing, and nothing more (design §3.3). */
final class SaasTranslator implements Meaning<SaasActivity> {

    private final Members members;
    private final InstanceCalls instances;

    private SaasTranslator(Members members, Supplier<String> callId) {
        this.members = members;
        this.instances = new InstanceCalls(members, callId);
    }

    /** @param callId fact id of what has no identity but this call */
    static Translation translate(JsonNode body, Supplier<String> callId) {
        var members = new Members(body);
        return Script.read(members, SaasActivity.class, new SaasTranslator(members, callId));
    }

    @Override
    public Supplier<Command> told(SaasActivity known) {
        return switch (known) {
            case NEW_INSTANCE -> instances.newInstance();
            case QUERY_INSTANCE -> instances.queryInstance();
            case REFRESH_INSTANCE -> instances.refreshInstance();
            case UPDATE_INSTANCE_STATUS -> instances.updateInstanceStatus();
            case RELEASE_INSTANCE -> instances.releaseInstance();
            case UPGRADE_INSTANCE -> upgradeInstance();
            case CHANGE_INSTANCE_CHECK -> changeInstanceCheck();
        };
    }

    /**
     * Debugging calls. Sellers are told to type 123456789 into every field, and KooGallery replays what they typed twice a day for years: whatever
     * is refused here one day takes products off the market. So the thing must be named, in whatever form, and nothing else is looked at.
     */
    @Override
    public Reply rehearsed(SaasActivity known) {
        return switch (known) {
            case NEW_INSTANCE -> MadeUp.purchase(members.text("orderId"), members.text("orderLineId"));
            case QUERY_INSTANCE -> MadeUp.lookUp(members.ids("instanceId"));
            case CHANGE_INSTANCE_CHECK -> {
                members.text("instanceId");
                yield new Reply.Possible();
            }
            case REFRESH_INSTANCE, UPDATE_INSTANCE_STATUS, RELEASE_INSTANCE, UPGRADE_INSTANCE -> {
                members.text("instanceId");
                yield new Reply.Noted(false);
            }
        };
    }

    private Supplier<Command> upgradeInstance() {
        var id = members.id("instanceId");
        var orderId = members.id("orderId");
        return () -> {
            var order = ChangeOrder.of(members, orderId);
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
}
