package io.koobridge.gateway.dialect.saas;

import io.koobridge.events.Reason;
import io.koobridge.events.instance.AppInfo;
import io.koobridge.gateway.command.Reply;
import io.koobridge.gateway.command.Standing;
import io.koobridge.gateway.dialect.CallAnswer;
import io.koobridge.gateway.dialect.ReasonWords;
import io.koobridge.gateway.dialect.json.CallJson;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** From our words into an edition's. Both resultCode and resultMsg always, although the tables call one optional (saas-v2 §1.9, saas-v1 §1.2). */
public final class SaasAnswers {

    private static final String ABOUT = "instance";
    private static final String DONE = "success";
    private static final String ON_ITS_WAY = "being provisioned";

    private final SaasWording wording;

    private SaasAnswers(SaasWording wording) {
        this.wording = wording;
    }

    public static CallAnswer of(Reply reply, SaasWording wording) {
        var body = new SaasAnswers(wording).body(reply);
        return new CallAnswer(
                body.path("resultCode").asString(), reply.isFailure(), wording.contentType(), CallJson.write(body));
    }

    private ObjectNode body(Reply reply) {
        return switch (reply) {
            case Reply.Purchased purchased -> purchased(purchased);
            case Reply.Obtained(var id, var standing) -> obtained(id, standing);
            case Reply.Noted _, Reply.Possible _ -> body(ResultCode.SUCCESS, DONE);
            case Reply.Applied(var delivered) ->
                delivered ? body(ResultCode.SUCCESS, DONE) : body(ResultCode.IN_PROGRESS, ON_ITS_WAY);
            case Reply.Declined(var reason) -> body(ResultCode.of(reason), ReasonWords.of(reason, ABOUT));
            case Reply.LookedUp lookedUp -> lookedUp(lookedUp);
            case Reply.Impossible(var why) -> body(wording.changeRefused(), ProductWords.fit(why));
            case Reply.Refused(var refusal) -> body(ResultCode.of(refusal.fault()), refusal.message());
        };
    }

    private static ObjectNode purchased(Reply.Purchased purchased) {
        var body = purchased.ready() ? body(ResultCode.SUCCESS, DONE) : body(ResultCode.IN_PROGRESS, ON_ITS_WAY);
        return body.put("instanceId", purchased.instanceId());
    }

    /** Without an address the marketplace takes nothing for a success (saas-v1 §1.2). */
    private ObjectNode obtained(String id, Standing standing) {
        return switch (standing) {
            case Standing.Ready(var view) when view.appInfo() != null -> opened(id, view.appInfo());
            case Standing.Ready _, Standing.Preparing _, Standing.Licensed _, Standing.Unknown _ ->
                wording.waitingPage()
                        .at(id)
                        .map(page -> opened(id, addressed(page)))
                        .orElseGet(
                                () -> body(ResultCode.IN_PROGRESS, ON_ITS_WAY).put("instanceId", id));
            case Standing.Failed failed -> failed(failed);
            case Standing.Gone(var url) ->
                Optional.ofNullable(url)
                        .or(() -> wording.waitingPage().at(id))
                        .map(address -> opened(id, addressed(address)))
                        .orElseGet(() -> body(ResultCode.SUCCESS, DONE).put("instanceId", id));
        };
    }

    private ObjectNode opened(String id, AppInfo appInfo) {
        var body = body(ResultCode.SUCCESS, DONE);
        wording.access().announce(body);
        body.put("instanceId", id).set("appInfo", wording.access().write(id, appInfo));
        return body;
    }

    private static AppInfo addressed(String frontEndUrl) {
        return new AppInfo(frontEndUrl, null, null, null, null);
    }

    private ObjectNode lookedUp(Reply.LookedUp lookedUp) {
        if (lookedUp.ready().isEmpty()) {
            return unready(lookedUp.unready());
        }
        var body = body(ResultCode.SUCCESS, DONE);
        wording.access().announce(body);
        var info = body.putArray("info");
        lookedUp.ready().forEach(standing -> info.add(InstanceInfo.of(standing.view(), wording.access())));
        return body;
    }

    private ObjectNode unready(Standing standing) {
        return switch (standing) {
            case Standing.Failed failed -> failed(failed);
            case Standing.Unknown _, Standing.Gone _ ->
                body(ResultCode.UNKNOWN_INSTANCE, ReasonWords.of(Reason.UNKNOWN_INSTANCE, ABOUT));
            case Standing.Preparing _, Standing.Ready _, Standing.Licensed _ ->
                body(ResultCode.IN_PROGRESS, ON_ITS_WAY);
        };
    }

    private ObjectNode failed(Standing.Failed failed) {
        return body(ResultCode.of(failed.reason(), wording.longCodeList()), "provisioning failed");
    }

    private static ObjectNode body(ResultCode code, String message) {
        return body(code.digits(), message);
    }

    private static ObjectNode body(String code, String message) {
        return CallJson.object().put("resultCode", code).put("resultMsg", message);
    }
}
