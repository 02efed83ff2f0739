package io.koobridge.gateway.dialect.saas;

import io.koobridge.gateway.address.Edition;
import io.koobridge.gateway.command.Reply;
import io.koobridge.gateway.command.Standing;
import io.koobridge.gateway.dialect.Answer;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** From our words into the edition's. Both resultCode and resultMsg always, although the tables call one optional (saas-v2 §1.9). */
final class SaasAnswers {

    /** Nothing behind it: the console reports anything else as a parse failure (saas-v2 §1.8). */
    private static final String CONTENT_TYPE = "application/json";

    private SaasAnswers() {}

    static Answer of(Reply reply, Edition edition) {
        return switch (reply) {
            case Reply.Purchased purchased -> purchased(purchased);
            case Reply.LookedUp(var standings) -> lookedUp(standings, edition);
            case Reply.Refused(var refusal) -> bare(ResultCode.of(refusal.fault()), refusal.message());
        };
    }

    private static Answer purchased(Reply.Purchased purchased) {
        var code = purchased.ready() ? ResultCode.SUCCESS : ResultCode.IN_PROGRESS;
        var message = purchased.ready() ? "success" : "being provisioned";
        return answer(code, body(code, message).put("instanceId", purchased.instanceId()));
    }

    /** A mixed batch is a success with those that are ready (design §3.8); otherwise what can still become ready speaks first. */
    private static Answer lookedUp(List<Standing> standings, Edition edition) {
        var ready = all(standings, Standing.Ready.class);
        if (!ready.isEmpty()) {
            var body = body(ResultCode.SUCCESS, "success");
            var info = body.putArray("info");
            ready.forEach(standing -> info.add(InstanceInfo.of(standing.view())));
            return answer(ResultCode.SUCCESS, body);
        }
        if (!all(standings, Standing.Preparing.class).isEmpty()) {
            return bare(ResultCode.IN_PROGRESS, "being provisioned");
        }
        return all(standings, Standing.Failed.class).stream()
                .findFirst()
                .map(failed -> bare(ResultCode.of(failed.reason(), edition), "provisioning failed"))
                .orElseGet(() -> bare(ResultCode.UNKNOWN_INSTANCE, "the instance does not exist"));
    }

    private static <S extends Standing> List<S> all(List<Standing> standings, Class<S> type) {
        return standings.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static Answer bare(ResultCode code, String message) {
        return answer(code, body(code, message));
    }

    private static ObjectNode body(ResultCode code, String message) {
        return SaasJson.object().put("resultCode", code.digits()).put("resultMsg", message);
    }

    private static Answer answer(ResultCode code, ObjectNode body) {
        return new Answer(code.digits(), code == ResultCode.INTERNAL_ERROR, CONTENT_TYPE, SaasJson.write(body));
    }
}
