package io.koobridge.gateway.dialect.license;

import io.koobridge.events.Reason;
import io.koobridge.gateway.command.Reply;
import io.koobridge.gateway.command.Standing;
import io.koobridge.gateway.dialect.CallAnswer;
import io.koobridge.gateway.dialect.ReasonWords;
import io.koobridge.gateway.dialect.json.CallJson;
import tools.jackson.databind.node.ObjectNode;

/**
 * From our words into those of the interfaces of licences.
 *
 * @param contentType of the edition
 * @param about what the edition's calls are about, in words
 */
public record LicenseAnswers(String contentType, String about) {

    private static final String DONE = "success";
    private static final String ON_ITS_WAY = "being processed";

    /** Nothing behind the content type, as in all V2 interfaces. */
    public static LicenseAnswers ofV2(String about) {
        return new LicenseAnswers("application/json", about);
    }

    public CallAnswer of(Reply reply) {
        var body = body(reply);
        return new CallAnswer(body.path("resultCode").asString(), reply.isFailure(), contentType, CallJson.write(body));
    }

    private ObjectNode body(Reply reply) {
        return switch (reply) {
            // No query of it is documented, so that nothing would ever end a "being processed" (license §3.6).
            case Reply.Purchased purchased -> body(LicenseCode.SUCCESS, DONE).put("instanceId", purchased.instanceId());
            case Reply.Obtained(var id, var standing) -> obtained(id, standing);
            case Reply.Noted _, Reply.Possible _ -> body(LicenseCode.SUCCESS, DONE);
            case Reply.Applied(var delivered) ->
                delivered ? body(LicenseCode.SUCCESS, DONE) : body(LicenseCode.IN_PROGRESS, ON_ITS_WAY);
            case Reply.Declined(var reason) -> body(LicenseCode.of(reason), ReasonWords.of(reason, about));
            case Reply.LookedUp lookedUp -> lookedUp(lookedUp);
            case Reply.Impossible _ -> body(LicenseCode.INTERNAL_ERROR, "the change is not possible");
            case Reply.Refused(var refusal) -> body(LicenseCode.of(refusal.fault()), refusal.message());
        };
    }

    private static ObjectNode obtained(String id, Standing standing) {
        return switch (standing) {
            case Standing.Licensed(var license) ->
                body(LicenseCode.SUCCESS, DONE).put("instanceId", id).put("license", license);
            case Standing.Failed(var reason) -> body(LicenseCode.of(reason), "no license will be issued");
            case Standing.Ready _, Standing.Preparing _, Standing.Gone _, Standing.Unknown _ ->
                body(LicenseCode.IN_PROGRESS, ON_ITS_WAY).put("instanceId", id);
        };
    }

    /** As the same question is answered about SaaS (license §3.6): there is nothing to get into, so an instance has no access data. */
    private ObjectNode lookedUp(Reply.LookedUp lookedUp) {
        if (lookedUp.ready().isEmpty()) {
            return unready(lookedUp.unready());
        }
        var body = body(LicenseCode.SUCCESS, DONE);
        var info = body.putArray("info");
        lookedUp.ready().forEach(ready -> info.addObject()
                .put("instanceId", ready.view().instanceId()));
        return body;
    }

    private ObjectNode unready(Standing standing) {
        return switch (standing) {
            case Standing.Failed(var reason) -> body(LicenseCode.of(reason), "provisioning failed");
            case Standing.Unknown _, Standing.Gone _ ->
                body(LicenseCode.UNKNOWN, ReasonWords.of(Reason.UNKNOWN_INSTANCE, about));
            case Standing.Preparing _, Standing.Ready _, Standing.Licensed _ ->
                body(LicenseCode.IN_PROGRESS, ON_ITS_WAY);
        };
    }

    private static ObjectNode body(LicenseCode code, String message) {
        return CallJson.object().put("resultCode", code.digits()).put("resultMsg", message);
    }
}
