package io.koobridge.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.koobridge.crypto.callback.v1.AuthToken;
import io.koobridge.crypto.callback.v1.TokenCheck.Verified;
import io.koobridge.crypto.field.EncryptType;
import io.koobridge.crypto.field.FieldCipher;
import io.koobridge.crypto.key.AccessKey;
import io.koobridge.crypto.key.KeyRing;
import io.koobridge.crypto.response.BodySign;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** {@code --edition v1} as a user types it, against a gateway that verifies with the real verifier. */
class TriggerV1Test extends TypedTest {

    private static final AccessKey KEY = new AccessKey("test", "an-invented-key-of-v1", null);
    private static final AccessKey BASE = new AccessKey("test", "an-invented-base-key", null);
    private static final String DONE = "{\"resultCode\":\"000000\",\"resultMsg\":\"success\",\"instanceId\":\"kb1\"}";

    private record Received(String method, String query, int bodyBytes) {}

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final HttpServer gateway;
    private String answer = DONE;
    private boolean signed = true;

    TriggerV1Test(@TempDir Path home) throws IOException {
        super(home);
        this.gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 4);
        gateway.createContext("/koogallery/saas", exchange -> {
            received.add(new Received(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getRawQuery(),
                    exchange.getRequestBody().readAllBytes().length));
            byte[] body = answer.getBytes(UTF_8);
            if (signed) {
                exchange.getResponseHeaders().add(BodySign.HEADER, BodySign.value(KEY, body));
            }
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        gateway.start();
    }

    @AfterEach
    void stop() {
        gateway.stop(0);
    }

    @Test
    void aPurchaseIsAGetThatTheGatewaysVerifierAccepts() {
        assertThat(trigger("newInstance", "--order", "CS1")).as(error::toString).isZero();

        assertThat(received.getFirst().method()).isEqualTo("GET");
        assertThat(received.getFirst().bodyBytes()).isZero();
        assertThat(parameters(received.getFirst()))
                .containsEntry("activity", "newInstance")
                .containsEntry("orderId", "CS1")
                .containsEntry("customerName", "Trigger & Co.")
                .containsKeys("businessId", "customerId", "productId", "expireTime", "chargingMode", "timeStamp");
        assertThat(out.toString())
                .contains("GET http://127.0.0.1:", "Body-Sign is right", "accepted: 000000 success")
                .doesNotContain(KEY.secret());
    }

    @ParameterizedTest
    @CsvSource({
        "refreshInstance, true",
        "expireInstance, false",
        "releaseInstance, false",
        "upgrade, true",
        "queryInstance, false"
    })
    void eachActivityNamesItsInstanceAndItsOrderIfItHasOne(String activity, boolean hasOrder) {
        assertThat(trigger(activity, "--instance", "kb1,kb2")).isZero();

        var parameters = parameters(received.getFirst());
        assertThat(parameters).containsEntry("activity", activity).containsEntry("instanceId", "kb1,kb2");
        assertThat(parameters.containsKey("orderId")).isEqualTo(hasOrder);
    }

    @Test
    void aStatusIsGivenAsAParameter() {
        assertThat(trigger("instanceStatus", "--instance", "kb1", "--param", "instanceStatus=FREEZE", "--test-flag"))
                .isZero();

        assertThat(parameters(received.getFirst()))
                .containsEntry("instanceStatus", "FREEZE")
                .containsEntry("testFlag", "1");
    }

    @Test
    void anyParameterMayBeReplacedAndIsEncoded() {
        assertThat(trigger("newInstance", "--param", "customerName=青禾 科技 & Co.+%", "--param", "chargingMode="))
                .isZero();

        assertThat(parameters(received.getFirst()))
                .containsEntry("customerName", "青禾 科技 & Co.+%")
                .containsEntry("chargingMode", "");
    }

    @Test
    void repeatsWithAnotherBusinessIdAndTheSameOrder() {
        assertThat(trigger("newInstance", "--duplicate", "2")).isZero();

        assertThat(received).hasSize(3);
        assertThat(received)
                .extracting(call -> parameters(call).get("orderId"))
                .containsOnly(parameters(received.getFirst()).get("orderId"));
        assertThat(received)
                .extracting(call -> parameters(call).get("businessId"))
                .doesNotHaveDuplicates();
    }

    @Test
    void shiftsTheTimeStampBySkew() {
        trigger("queryInstance", "--instance", "kb1", "--skew", "-2h");

        var sent = LocalDateTime.parse(
                        parameters(received.getFirst()).get("timeStamp"),
                        DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS"))
                .toInstant(ZoneOffset.UTC);
        assertThat(Duration.between(sent, Instant.now())).isBetween(Duration.ofMinutes(119), Duration.ofMinutes(122));
    }

    @Test
    void onlySuccessInASignedAnswerIsAccepted() {
        answer = "{\"resultCode\":\"000004\",\"resultMsg\":\"provisioning\"}";
        assertThat(trigger("newInstance")).isEqualTo(1);

        answer = DONE;
        signed = false;
        assertThat(trigger("newInstance")).isEqualTo(1);
        assertThat(out.toString()).contains("refused: 000004 provisioning", "Body-Sign is absent");
    }

    @Test
    void accessDataIsDecryptedWhenAsked() {
        var cipher = FieldCipher.of(KEY);
        answer =
                "{\"resultCode\":\"000000\",\"resultMsg\":\"success\",\"instanceId\":\"kb1\",\"encryptType\":\"2\",\"appInfo\":{\"userName\":\""
                        + cipher.encrypt("qinghe-admin", EncryptType.AES_128) + "\",\"password\":\""
                        + cipher.encrypt("Tr0ub4dor", EncryptType.AES_256) + "\"}}";

        assertThat(trigger("newInstance")).isZero();
        assertThat(out.toString()).doesNotContain("qinghe-admin");

        assertThat(trigger("newInstance", "--decrypt")).isZero();
        assertThat(out.toString()).contains("userName: qinghe-admin", "password: cannot be decrypted with this key");
    }

    @Test
    void accessDataOfAQueryIsDecryptedIntoJson() {
        answer =
                "{\"resultCode\":\"000000\",\"resultMsg\":\"success\",\"info\":[{\"instanceId\":\"kb1\",\"appInfo\":{\"userName\":\""
                        + FieldCipher.of(KEY).encrypt("qinghe-admin", EncryptType.AES_256) + "\"}}]}";

        assertThat(trigger("queryInstance", "--instance", "kb1", "--decrypt", "--json"))
                .isZero();

        var data =
                JsonMapper.shared().readTree(out.toString()).path("accessData").path(0);
        assertThat(data.path("name").asString()).isEqualTo("userName");
        assertThat(data.path("text").asString()).isEqualTo("qinghe-admin");
    }

    @Test
    void withoutAKeyOfV1TheBaseKeySigns() {
        edition("v1");

        assertThat(AuthToken.verify(received.getFirst().query(), KeyRing.of(BASE), Instant.now()))
                .isInstanceOf(Verified.class);
    }

    @Test
    void endsWithTwoAndSaysWhatIsMissingOrOutOfPlace() {
        assertThat(trigger("refreshInstance")).isEqualTo(2);
        assertThat(error.toString()).contains("--instance");
        assertThat(trigger("instanceStatus", "--instance", "kb1")).isEqualTo(2);
        assertThat(error.toString()).contains("instanceStatus=FREEZE or --param instanceStatus=NORMAL");
        assertThat(trigger("newInstance", "--line", "CS1-1")).isEqualTo(2);
        assertThat(error.toString()).contains("--line is for V2");
        assertThat(trigger("newInstance", "--body-file", "body.json")).isEqualTo(2);
        assertThat(error.toString()).contains("--body-file is for V2");
        assertThat(edition("v3")).isEqualTo(2);
        assertThat(error.toString()).contains("'v3'");
        assertThat(edition("v2", "--decrypt")).isEqualTo(2);
        assertThat(error.toString()).contains("--decrypt is for --edition v1");
        assertThat(received).isEmpty();
    }

    private int trigger(String... arguments) {
        var all = new ArrayList<>(List.of("trigger", "--edition", "v1"));
        all.addAll(Arrays.asList(arguments));
        return execute(
                Map.of(
                        "KOOBRIDGE_GATEWAY_URL", url(),
                        "KOOBRIDGE_KEY_BASE", BASE.secret(),
                        "KOOBRIDGE_KEY_V1", KEY.secret()),
                all.toArray(String[]::new));
    }

    private int edition(String... arguments) {
        var all = new ArrayList<>(List.of("trigger", "newInstance", "--edition"));
        all.addAll(Arrays.asList(arguments));
        return execute(
                Map.of("KOOBRIDGE_GATEWAY_URL", url(), "KOOBRIDGE_KEY_BASE", BASE.secret()),
                all.toArray(String[]::new));
    }

    private String url() {
        return "http://127.0.0.1:" + gateway.getAddress().getPort();
    }

    private static Map<String, String> parameters(Received call) {
        var check = AuthToken.verify(call.query(), KeyRing.of(KEY), Instant.now());
        assertThat(check).isInstanceOf(Verified.class);
        return ((Verified) check).parameters();
    }
}
