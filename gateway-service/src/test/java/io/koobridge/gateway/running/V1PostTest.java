package io.koobridge.gateway.running;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.crypto.callback.v1.AuthToken;
import io.koobridge.crypto.key.AccessKey;
import io.koobridge.events.Event;
import io.koobridge.events.instance.InstanceFact.InstanceFrozen;
import io.koobridge.events.wire.Json;
import io.koobridge.testkit.FreePorts;
import io.koobridge.testkit.TestBroker;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** V1 by POST, where an operator allowed it (saas-v1 §4, §8.3): the address goes on speaking V2, too. */
class V1PostTest extends GatewayTest {

    private static final FakeProvisioning POSTED_TO = FakeProvisioning.on(FreePorts.next());
    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        gateway = RunningGateway.start(
                TestBroker.shared().bootstrapServers(),
                POSTED_TO.url(),
                CLOCK,
                Map.of("koobridge.gateway.addresses[0].v1.accept-post", "true"));
        awaitStoring(gateway, CLOCK);
    }

    @AfterAll
    static void stop() {
        gateway.close();
        POSTED_TO.close();
    }

    @Test
    void aTokenInTheHeaderSignsTheMembersOfTheBody() {
        var parameters = frozen("i-post-header");

        var reply = post(json(parameters), token(parameters)).isProperV1(RunningGateway.V1_KEY);

        assertThat(reply.text()).isEqualTo("{\"resultCode\":\"000000\",\"resultMsg\":\"success\"}");
        assertThat(StoredFacts.read("i-post-header")).extracting(Event::data).containsExactly(new InstanceFrozen());
    }

    @Test
    void aTokenInTheBodyDoesSoToo() {
        var parameters = frozen("i-post-body");
        var all = new LinkedHashMap<>(parameters);
        all.put("authToken", token(parameters));

        assertThat(post(json(all), "").isProperV1(RunningGateway.V1_KEY).code()).isEqualTo("000000");
        assertThat(StoredFacts.read("i-post-body")).hasSize(1);
    }

    @Test
    void whatIsSignedAsV2IsV2AsBefore() {
        assertThat(Connection.exchange(
                                gateway.port(),
                                Call.newInstance(CLOCK, "CS-POST-V2").bytes())
                        .isProper()
                        .code())
                .isEqualTo("000004");
    }

    @Tag("promise:only-the-signed")
    @Test
    void aBodyThatWasChangedIsNotAuthentic() {
        var reply = post(json(frozen("i-post-other")), token(frozen("i-post-signed")));

        assertThat(reply.isProperV1(RunningGateway.V1_KEY).code()).isEqualTo("000001");
        assertThat(StoredFacts.about("i-post-other")).isEmpty();
    }

    @Tag("promise:always-an-answer")
    @ParameterizedTest
    @ValueSource(strings = {"", "no json", "[]", "{\"a\":1,\"a\":2}", "{\"a\":"})
    void whatCannotBeReadIsToldInV1sWords(String body) {
        assertThat(post(body, token(frozen("i")))
                        .isProperV1(RunningGateway.V1_KEY)
                        .code())
                .isEqualTo("000002");
    }

    @Test
    void nobodySpeaksSoUnlessItIsAllowed() {
        var parameters = frozen("i-post-off");

        var reply = Connection.exchange(GATEWAY.port(), request(json(parameters), token(parameters)));

        // In V2's words, which miss what V2 signs with.
        assertThat(reply.isProper().code()).isEqualTo("000002");
        assertThat(PROVISIONING.asked()).isZero();
    }

    private static Map<String, String> frozen(String instanceId) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("activity", "expireInstance");
        parameters.put("instanceId", instanceId);
        parameters.put("timeStamp", V1Call.TIME_STAMP);
        return parameters;
    }

    private static String token(Map<String, String> parameters) {
        return AuthToken.sign(new AccessKey("test", RunningGateway.V1_KEY, null), parameters);
    }

    private static String json(Map<String, String> parameters) {
        return Json.mapper().writeValueAsString(parameters);
    }

    private static Reply post(String body, String token) {
        return Connection.exchange(gateway.port(), request(body, token));
    }

    private static byte[] request(String body, String token) {
        var header = token.isEmpty() ? "" : "authToken: \"" + token + "\"\r\n";
        return "POST %s HTTP/1.1\r\nHost: isv.example.com\r\n%sContent-Length: %d\r\n\r\n%s"
                .formatted(RunningGateway.PATH, header, body.getBytes(UTF_8).length, body)
                .getBytes(UTF_8);
    }
}
