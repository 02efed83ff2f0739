package io.koobridge.gateway.dialect.saas;

import io.koobridge.events.Reason;
import io.koobridge.gateway.address.AddressCodes;
import io.koobridge.gateway.address.Edition;
import io.koobridge.gateway.command.Reply;
import io.koobridge.gateway.command.Standing;
import io.koobridge.gateway.dialect.CallAnswer;
import io.koobridge.gateway.dialect.json.CallJson;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** From our words into the edition's. Both resultCode and resultMsg always, although the tables call one optional (saas-v2 §1.9). */
public final class SaasAnswers {

    /** Nothing behind it: the console reports anything else as a parse failure (saas-v2 §1.8). */
    private static final String CONTENT_TYPE = "application/json";

    private static final String DONE = "success";

    private SaasAnswers() {}

    public static CallAnswer of(Reply reply, AddressCodes codes) {
        var body = body(reply, codes);
        return new CallAnswer(
                body.path("resultCode").asString(), reply.isFailure(), CONTENT_TYPE, CallJson.write(body));
    }

    private static ObjectNode body(Reply reply, AddressCodes codes) {
        return switch (reply) {
            case Reply.Purchased purchased -> purchased(purchased);
            case Reply.Noted _, Reply.Possible _ -> body(ResultCode.SUCCESS, DONE);
            case Reply.Declined(var reason) -> body(ResultCode.of(reason), words(reason));
            case Reply.LookedUp(var standings) -> lookedUp(standings, codes.edition());
            case Reply.Impossible(var why) -> body(codes.changeRefused(), ProductWords.fit(why));
            case Reply.Refused(var refusal) -> body(ResultCode.of(refusal.fault()), refusal.message());
        };
    }

    private static ObjectNode purchased(Reply.Purchased purchased) {
        var body =
                purchased.ready() ? body(ResultCode.SUCCESS, DONE) : body(ResultCode.IN_PROGRESS, "being provisioned");
        return body.put("instanceId", purchased.instanceId());
    }

    /** One code stands for all of them; the words tell them apart. */
    private static String words(Reason reason) {
        return switch (reason) {
            case UNKNOWN_INSTANCE -> "the instance does not exist";
            case RELEASED -> "the instance was released";
            case PROVISIONING_FAILED, NO_ACCESS -> "the instance could not be provisioned";
        };
    }

    /** A mixed batch is a success with those that are ready (design §3.8); otherwise what can still become ready speaks first. */
    private static ObjectNode lookedUp(List<Standing> standings, Edition edition) {
        var ready = all(standings, Standing.Ready.class);
        if (!ready.isEmpty()) {
            var body = body(ResultCode.SUCCESS, DONE);
            var info = body.putArray("info");
            ready.forEach(standing -> info.add(InstanceInfo.of(standing.view())));
            return body;
        }
        if (!all(standings, Standing.Preparing.class).isEmpty()) {
            return body(ResultCode.IN_PROGRESS, "being provisioned");
        }
        return all(standings, Standing.Failed.class).stream()
                .findFirst()
                .map(failed -> body(ResultCode.of(failed.reason(), edition), "provisioning failed"))
                .orElseGet(() -> body(ResultCode.UNKNOWN_INSTANCE, words(Reason.UNKNOWN_INSTANCE)));
    }

    private static <S extends Standing> List<S> all(List<Standing> standings, Class<S> type) {
        return standings.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static ObjectNode body(ResultCode code, String message) {
        return body(code.digits(), message);
    }

    private static ObjectNode body(String code, String message) {
        return CallJson.object().put("resultCode", code).put("resultMsg", message);
    }
}
