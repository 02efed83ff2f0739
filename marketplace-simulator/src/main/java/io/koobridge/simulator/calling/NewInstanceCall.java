package io.koobridge.simulator.calling;

import io.koobridge.simulator.market.Attempt;
import io.koobridge.simulator.market.Order;
import io.koobridge.simulator.rules.NewInstanceVerdict;
import io.koobridge.simulator.rules.NewInstanceVerdict.Acknowledged;
import io.koobridge.simulator.rules.NewInstanceVerdict.Failed;
import io.koobridge.simulator.rules.Reading;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes one {@code newInstance}: new businessId, new time stamp, new nonce, new signature each time (saas-v2 §3.1). */
public final class NewInstanceCall {
    private final SellerClient client;
    private final Ids ids;
    private final CallLog calls;

    public NewInstanceCall(SellerClient client, Ids ids, CallLog calls) {
        this.client = client;
        this.ids = ids;
        this.calls = calls;
    }

    Attempt make(Order order, Attempt.Kind kind) {
        String businessId = ids.businessId();
        // A real request has no testFlag at all (saas-v2 §1.16).
        Exchange exchange = client.send(Body.of(Map.of(
                "activity",
                "newInstance",
                "businessId",
                businessId,
                "orderId",
                order.orderId(),
                "orderLineId",
                order.orderLineId())));
        Reading reading = Reading.of(exchange.reply());
        NewInstanceVerdict verdict = NewInstanceVerdict.of(reading);
        String reason = verdict instanceof Failed failed ? failed.reason() : null;
        calls.add(
                exchange.recorded("newInstance", order.orderId(), reason == null ? "ACKNOWLEDGED" : "FAILED", reason));
        return new Attempt(
                0,
                kind,
                businessId,
                exchange.sentAt(),
                exchange.millis(),
                exchange.httpStatus(),
                reading instanceof Reading.Read read ? read.resultCode() : null,
                instanceId(verdict),
                exchange.bodySign(),
                reason);
    }

    private static @Nullable String instanceId(NewInstanceVerdict verdict) {
        return verdict instanceof Acknowledged acknowledged ? acknowledged.instanceId() : null;
    }
}
