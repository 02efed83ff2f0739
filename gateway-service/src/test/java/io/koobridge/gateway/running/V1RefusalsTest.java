package io.koobridge.gateway.running;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.crypto.callback.v1.AuthToken;
import io.koobridge.crypto.key.AccessKey;
import io.koobridge.events.instance.InstanceFact.InstanceFrozen;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** V1 calls in every wrong form that HTTP has for them: each is answered with HTTP 200 and a signed answer. */
@Tag("promise:always-an-answer")
class V1RefusalsTest extends GatewayTest {

    private static final V1Call CALL = V1Call.of("activity=expireInstance&instanceId=i-v1-refused&orderId=CS1");

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH", "OPTIONS", "get", "TRACE", "ODD"})
    void anotherMethodIsAWrongCallOfV2(String method) {
        assertThat(with(method, CALL.query(), "").isProper().code()).isEqualTo("000002");
    }

    /** Whatever its body would have been is signed; nobody reads it. */
    @Test
    void aHeadIsAnsweredWithAHead() {
        try (var connection = Connection.to(GATEWAY.port())) {
            var head = connection
                    .send(request("HEAD", CALL.query(), "").getBytes(ISO_8859_1))
                    .readHead();

            assertThat(head.status()).isEqualTo(200);
            assertThat(head.header("Content-Type")).contains("application/json");
            assertThat(head.header("Body-Sign")).isPresent();
        }
        assertThat(PROVISIONING.asked()).isZero();
    }

    @Test
    void theBodyOfAGetSaysNothing() {
        var body = "{\"activity\":\"releaseInstance\",\"instanceId\":\"i-v1-body\"}";

        assertThat(with(
                                "GET",
                                V1Call.of("activity=expireInstance&instanceId=i-v1-body")
                                        .query(),
                                body)
                        .isProperV1(RunningGateway.V1_KEY)
                        .code())
                .isEqualTo("000000");
        assertThat(StoredFacts.read("i-v1-body")).singleElement().satisfies(fact -> assertThat(fact.data())
                .isEqualTo(new InstanceFrozen()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "&x=1                                   | 000001",
                "&activity=releaseInstance              | 000002",
                "&ACTIVITY=releaseInstance              | 000001",
                "&%61ctivity=releaseInstance            | 000002",
                "&authToken=a                           | 000002",
                "&timeStamp=20260331011507482           | 000002",
                "&x=%ff                                 | 000002",
                "&x=%e5%ae                              | 000002",
                "&x=%                                   | 000001",
                "&x=%zz                                 | 000001",
                "&signature=0&timestamp=1&nonce=n       | 000001",
                "&testFlag=1                            | 000001",
            })
    void whatIsPutBehindASignedQueryMakesItAnother(String behind, String code) {
        assertThat(with("GET", CALL.query() + behind, "")
                        .isProperV1(RunningGateway.V1_KEY)
                        .code())
                .isEqualTo(code);
        assertThat(PROVISIONING.asked()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"&x=", "&x=+", "&", "&&&"})
    void whatSaysNothingMayStandBehindIt(String behind) {
        assertThat(with("GET", CALL.query() + behind, "")
                        .isProperV1(RunningGateway.V1_KEY)
                        .code())
                .isEqualTo("000000");
    }

    /** The text that was signed is the same one. */
    @Tag("promise:only-the-signed")
    @Test
    void aValueThatTookOverItsNeighbourIsNotAuthentic() {
        var query = V1Call.newInstance("CS-V1-SPLIT").query();
        var moved = query.replace("&periodNumber=1", "")
                .replace("&orderId=CS-V1-SPLIT&", "&orderId=CS-V1-SPLIT%26periodNumber%3D1&");

        assertThat(moved).isNotEqualTo(query);
        assertThat(with("GET", moved, "").isProperV1(RunningGateway.V1_KEY).code())
                .isEqualTo("000001");
        assertThat(lastJournaled().verdict()).isEqualTo("auth_token_ambiguous");
    }

    @Test
    void aLongQueryIsReadLikeAnyOther() {
        var call = V1Call.of("activity=expireInstance&instanceId=i-v1-long&x=" + "x".repeat(30_000));

        assertThat(with("GET", call.query(), "")
                        .isProperV1(RunningGateway.V1_KEY)
                        .code())
                .isEqualTo("000000");
    }

    @Test
    void oneBeyondAllMeasureIsTurnedAwayByTheServer() {
        var reply = with("GET", CALL.query() + "&x=" + "x".repeat(40_000), "");

        assertThat(reply.status()).isEqualTo(414);
        assertThat(reply.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/koogallery/saas", "/koogallery/eu"})
    void aPostWithATokenIsACallOfV2WhereNobodyAgreedOnMore(String path) {
        var key = path.equals(RunningGateway.PATH) ? RunningGateway.KEY : RunningGateway.EU_KEY;

        assertThat(post(path, "", "i-v1-post").isProper(key).code()).isEqualTo("000002");
        assertThat(PROVISIONING.asked()).isZero();
    }

    @Test
    void itIsV1WhereThatWasAgreedOn() {
        assertThat(post(RunningGateway.INTL_PATH, "", "i-v1-posted")
                        .isProperV1(RunningGateway.V1_KEY)
                        .code())
                .isEqualTo("000000");
        assertThat(StoredFacts.read("i-v1-posted")).singleElement().satisfies(fact -> assertThat(fact.data())
                .isEqualTo(new InstanceFrozen()));
    }

    @Test
    void whatCarriesASignatureIsV2EvenThere() {
        assertThat(post(RunningGateway.INTL_PATH, "?signature=0&timestamp=1730000000&nonce=n", "i")
                        .isProper(RunningGateway.V1_KEY)
                        .code())
                .isEqualTo("000001");
    }

    private static Reply post(String path, String query, String instanceId) {
        var said = Map.of("activity", "expireInstance", "instanceId", instanceId, "timeStamp", V1Call.TIME_STAMP);
        var token = AuthToken.sign(new AccessKey("test", RunningGateway.V1_KEY, null), said);
        var body = "{\"activity\":\"expireInstance\",\"instanceId\":\"%s\",\"timeStamp\":\"%s\"}"
                .formatted(instanceId, V1Call.TIME_STAMP);
        return Connection.exchange(
                GATEWAY.port(),
                "POST %s%s HTTP/1.1\r\nHost: a\r\nauthToken: %s\r\nContent-Length: %d\r\n\r\n%s"
                        .formatted(path, query, token, body.length(), body)
                        .getBytes(ISO_8859_1));
    }

    private static Reply with(String method, String query, String body) {
        return Connection.exchange(GATEWAY.port(), request(method, query, body).getBytes(ISO_8859_1));
    }

    private static String request(String method, String query, String body) {
        return "%s %s?%s HTTP/1.1\r\nHost: a\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(method, RunningGateway.PATH, query, body.length(), body);
    }
}
