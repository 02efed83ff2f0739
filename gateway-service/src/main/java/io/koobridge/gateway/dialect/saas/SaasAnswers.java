package io.koobridge.gateway.dialect.saas;

import io.koobridge.events.Reason;
import io.koobridge.events.instance.AppInfo;
import io.koobridge.gateway.command.Reply;
import io.koobridge.gateway.command.Standing;
import io.koobridge.gateway.dialect.CallAnswer;
import io.koobridge.gateway.dialect.json.CallJson;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** From our words into an edition's. Both resultCode and resultMsg always, although the tables call one optional (saas-v2 §1.9, saas-v1 §1.2). */
public final class SaasAnswers {

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
            case Reply.Declined(var reason) -> body(ResultCode.of(reason), words(reason));
            case Reply.LookedUp(var standings) -> lookedUp(standings);
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
            case Standing.Ready _, Standing.Preparing _, Standing.Unknown _ ->
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

    /** One code stands for all of them; the words tell them apart. */
    private static String words(Reason reason) {
        return switch (reason) {
            case UNKNOWN_INSTANCE -> "the instance does not exist";
            case RELEASED -> "the instance was released";
            case PROVISIONING_FAILED, NO_ACCESS -> "the instance could not be provisioned";
        };
    }

    /** A mixed batch is a success with those that are ready (design §3.8); otherwise what can still become ready speaks first. */
    private ObjectNode lookedUp(List<Standing> standings) {
        var ready = all(standings, Standing.Ready.class);
        if (!ready.isEmpty()) {
            var body = body(ResultCode.SUCCESS, DONE);
            wording.access().announce(body);
            var info = body.putArray("info");
            ready.forEach(standing -> info.add(InstanceInfo.of(standing.view(), wording.access())));
            return body;
        }
        if (!all(standings, Standing.Preparing.class).isEmpty()) {
            return body(ResultCode.IN_PROGRESS, ON_ITS_WAY);
        }
        return all(standings, Standing.Failed.class).stream()
                .findFirst()
                .map(this::failed)
                .orElseGet(() -> body(ResultCode.UNKNOWN_INSTANCE, words(Reason.UNKNOWN_INSTANCE)));
    }

    private ObjectNode failed(Standing.Failed failed) {
        return body(ResultCode.of(failed.reason(), wording.longCodeList()), "provisioning failed");
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
