package io.koobridge.gateway.dialect.orders;

import io.koobridge.events.FactIds;
import io.koobridge.events.order.OrderFact.OrderNotified;
import io.koobridge.gateway.command.Command;
import io.koobridge.gateway.command.Reply;
import io.koobridge.gateway.dialect.Activity;
import io.koobridge.gateway.dialect.Translation;
import io.koobridge.gateway.dialect.Translation.NotUnderstood;
import io.koobridge.gateway.dialect.Translation.Rehearsed;
import io.koobridge.gateway.dialect.Translation.Understood;
import io.koobridge.gateway.dialect.json.Members;
import tools.jackson.databind.JsonNode;

/** The call's words (order-notification §4). A debugging call must say the same, and has no effect at all. */
final class OrderNotice {

    /** KooGallery goes on calling for three hours (order-notification §6). */
    private static final Activity ORDER_NOTIFY = new Activity("orderNotify", true);

    private OrderNotice() {}

    static Translation translate(JsonNode body) {
        var members = new Members(body);
        var activity = members.text("activity");
        if (!activity.equals(ORDER_NOTIFY.label())) {
            return new NotUnderstood(Activity.OTHER, members.problem().orElse("activity is unknown"));
        }
        var orderId = members.id("orderId");
        var orderLineId = members.id("orderLineId");
        return members.problem()
                .<Translation>map(why -> new NotUnderstood(ORDER_NOTIFY, why))
                .orElseGet(() -> members.says("testFlag", "1")
                        ? new Rehearsed(ORDER_NOTIFY, new Reply.Noted(false))
                        : notice(new OrderNotified(orderId, orderLineId)));
    }

    private static Translation notice(OrderNotified order) {
        var factId = FactIds.ofNotification(order.orderId(), order.orderLineId());
        return new Understood(ORDER_NOTIFY, new Command.Notice(factId, order));
    }
}
