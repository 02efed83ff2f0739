package io.koobridge.gateway.dialect.orders;

import io.koobridge.gateway.command.Reply;
import io.koobridge.gateway.dialect.CallAnswer;
import io.koobridge.gateway.dialect.json.CallJson;

/**
 * What a notification hears: accepted, or why not (order-notification §5). Nothing is ever "being processed": any code but the first counts as a failure
 * there, and is called again.
 */
final class OrderAnswers {

    /** As in all V2 interfaces: nothing behind it. */
    private static final String CONTENT_TYPE = "application/json";

    private OrderAnswers() {}

    static CallAnswer of(Reply reply) {
        return reply instanceof Reply.Refused(var refusal)
                ? answer(OrderCode.of(refusal.fault()), refusal.message(), reply.isFailure())
                : answer(OrderCode.ACCEPTED, "order notification accepted", false);
    }

    private static CallAnswer answer(OrderCode code, String message, boolean failed) {
        var body = CallJson.object().put("resultCode", code.digits()).put("resultMsg", message);
        return new CallAnswer(code.digits(), failed, CONTENT_TYPE, CallJson.write(body));
    }
}
