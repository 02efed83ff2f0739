package io.koobridge.gateway.dialect.kit;

import io.koobridge.gateway.address.KitPath.KitEdition;
import io.koobridge.gateway.command.Refusal;
import io.koobridge.gateway.command.Reply;
import io.koobridge.gateway.dialect.CallAnswer;
import io.koobridge.gateway.dialect.json.CallJson;

/**
 * What a call of the kit hears (tenant-sync §4.3): any code but the first counts as a failure there, and nothing is ever "being processed" or unknown.
 *
 * @param signed whether answers go with a {@code Body-Sign}
 */
record KitAnswers(KitEdition edition, boolean signed) {

    private static final String CONTENT_TYPE = "application/json";
    private static final String SUCCESS = "000000";

    CallAnswer of(Reply reply) {
        return switch (reply) {
            case Reply.Refused(var refusal) -> answer(code(refusal.fault()), refusal.message(), reply.isFailure());
            case Reply.Declined _ -> answer(unreadableSecret(), "clientSecret cannot be decrypted", true);
            case Reply.Purchased _,
                    Reply.Obtained _,
                    Reply.Noted _,
                    Reply.Applied _,
                    Reply.LookedUp _,
                    Reply.Possible _,
                    Reply.Impossible _ -> answer(SUCCESS, "Success", false);
        };
    }

    /** V1 has another meaning for the code that V2 has for it (tenant-sync §4.3). */
    private String unreadableSecret() {
        return switch (edition) {
            case V1 -> code(Refusal.Fault.UNAVAILABLE);
            case V2 -> "000101";
        };
    }

    private static String code(Refusal.Fault fault) {
        return switch (fault) {
            case NOT_AUTHENTIC -> "000001";
            case NOT_UNDERSTOOD -> "000002";
            case UNAVAILABLE -> "000005";
        };
    }

    private CallAnswer answer(String code, String message, boolean failed) {
        var body = CallJson.object().put("resultCode", code).put("resultMsg", message);
        return new CallAnswer(code, failed, CONTENT_TYPE, CallJson.write(body), signed);
    }
}
