package io.koobridge.gateway.dialect.saas.v2;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.InstanceIds;
import io.koobridge.gateway.command.Reply;
import io.koobridge.gateway.command.Standing;
import io.koobridge.gateway.dialect.Translation;
import io.koobridge.gateway.dialect.Translation.NotUnderstood;
import io.koobridge.gateway.dialect.Translation.Rehearsed;
import io.koobridge.gateway.dialect.json.CallJson;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What people type into a debugging console is good enough for ever (saas-v2 §1.16). */
class SaasRehearsalTest {

    @ParameterizedTest
    @EnumSource(SaasActivity.class)
    void dummiesInEveryFieldAreASuccess(SaasActivity activity) {
        var dummies = """
                {"activity":"%s","orderId":"123456789","orderLineId":"123456789","businessId":"123456789",
                 "instanceId":"123456789","scene":"123456789","status":"123456789","expireTime":"123456789",
                 "productId":"123456789","productInfo":"123456789","testFlag":"1"}""".formatted(activity.activity().label());

        assertThat(translate(dummies)).isInstanceOf(Rehearsed.class);
    }

    @ParameterizedTest
    @EnumSource(SaasActivity.class)
    void whatNamesTheThingIsEnough(SaasActivity activity) {
        var body = activity == SaasActivity.NEW_INSTANCE
                ? "{\"activity\":\"newInstance\",\"orderId\":\"%s\",\"orderLineId\":1,\"testFlag\":1}"
                        .formatted("x".repeat(300))
                : "{\"activity\":\"%s\",\"instanceId\":\"%s\",\"testFlag\":1}"
                        .formatted(activity.activity().label(), "x".repeat(300));

        assertThat(translate(body)).isInstanceOf(Rehearsed.class);
    }

    @ParameterizedTest
    @CsvSource({
        "newInstance, orderId is missing",
        "queryInstance, instanceId is missing",
        "refreshInstance, instanceId is missing",
        "updateInstanceStatus, instanceId is missing",
        "releaseInstance, instanceId is missing",
        "upgradeInstance, instanceId is missing",
        "changeInstanceCheck, instanceId is missing",
    })
    void aThingThatIsNotNamedIsMissed(String activity, String why) {
        assertThat(translate("{\"activity\":\"%s\",\"testFlag\":\"1\"}".formatted(activity)))
                .isInstanceOfSatisfying(
                        NotUnderstood.class, not -> assertThat(not.why()).isEqualTo(why));
    }

    @Test
    void aMadeUpInstanceHasAnIdThatNoOrderHas() {
        var body = "{\"activity\":\"newInstance\",\"orderId\":\"CS\",\"orderLineId\":\"%s\",\"testFlag\":1}";

        var first = (Reply.Purchased) reply(body.formatted("1"));

        assertThat(first.ready()).isTrue();
        assertThat(first.instanceId()).isNotBlank().hasSizeLessThanOrEqualTo(64);
        assertThat(InstanceIds.isDerived(first.instanceId())).isFalse();
        assertThat(reply(body.formatted("1"))).isEqualTo(first);
        assertThat(reply(body.formatted("2"))).isNotEqualTo(first);
    }

    @Test
    void everyAskedInstanceIsReadyUpToAHundred() {
        assertThat(reply("{\"activity\":\"queryInstance\",\"instanceId\":\"%s\",\"testFlag\":1}".formatted(ids(100))))
                .isInstanceOfSatisfying(Reply.LookedUp.class, lookedUp -> assertThat(lookedUp.standings())
                        .hasSize(100)
                        .hasOnlyElementsOfType(Standing.Ready.class));
        assertThat(translate(
                        "{\"activity\":\"queryInstance\",\"instanceId\":\"%s\",\"testFlag\":1}".formatted(ids(101))))
                .isInstanceOf(NotUnderstood.class);
    }

    private static String ids(int count) {
        return IntStream.range(0, count).mapToObj(Integer::toString).collect(Collectors.joining(","));
    }

    private static Reply reply(String body) {
        return ((Rehearsed) translate(body)).reply();
    }

    private static Translation translate(String body) {
        return SaasTranslator.translate(CallJson.read(body.getBytes(UTF_8)).orElseThrow(), () -> "call-1");
    }
}
