package io.koobridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.koobridge.crypto.callback.v2.BodySignature;
import io.koobridge.crypto.callback.v2.ParameterCheck;
import io.koobridge.crypto.callback.v2.SignatureParameters;
import io.koobridge.crypto.callback.v2.Verification;
import io.koobridge.crypto.key.AccessKey;
import io.koobridge.crypto.key.KeyRing;
import io.koobridge.crypto.response.BodySign;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The command as a user types it, against a gateway that verifies with the real verifier. */
class TriggerTest extends TypedTest {

    private static final AccessKey KEY = new AccessKey("test", "an-invented-key-for-this-test", null);
    private static final String ACCEPTED =
            "{\"resultCode\":\"000004\",\"resultMsg\":\"provisioning\",\"instanceId\":\"kb1\"}";

    private record Received(URI uri, String body) {}

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final HttpServer gateway;
    private String answer = ACCEPTED;
    private AccessKey signedWith = KEY;

    TriggerTest(@TempDir Path home) throws IOException {
        super(home);
        this.gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 4);
        gateway.createContext("/", exchange -> {
            received.add(new Received(
                    exchange.getRequestURI(),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add(BodySign.HEADER, BodySign.value(signedWith, body));
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
    void sendsACallThatTheGatewaysVerifierAccepts() {
        int exit = trigger("newInstance", "--order", "CS1");

        assertThat(exit).isZero();
        assertThat(verification(received.getFirst())).isInstanceOf(Verification.Verified.class);
        assertThat(received.getFirst().uri().getPath()).isEqualTo("/koogallery/saas");
        assertThat(received.getFirst().body())
                .matches("\\{\"activity\":\"newInstance\",\"businessId\":\"[0-9a-f]{32}\",\"orderId\":\"CS1\","
                        + "\"orderLineId\":\"CS1-000001\"}");
    }

    @Test
    void showsRequestAnswerAndVerdict() {
        trigger("newInstance");

        assertThat(out.toString())
                .containsSubsequence(
                        "POST " + url() + "/koogallery/saas?signature=",
                        "\"activity\":\"newInstance\"",
                        "HTTP 200",
                        ACCEPTED,
                        "Body-Sign is right",
                        "accepted: 000004 provisioning");
    }

    @Test
    void endsWithOneWhenItIsRefused() {
        answer = "{\"resultCode\":\"000003\",\"resultMsg\":\"unknown\"}";

        assertThat(trigger("queryInstance", "--instance", "kb9")).isEqualTo(1);

        assertThat(out.toString()).contains("refused: 000003 unknown");
        assertThat(received.getFirst().body()).isEqualTo("{\"activity\":\"queryInstance\",\"instanceId\":\"kb9\"}");
    }

    @Test
    void endsWithOneWhenTheAnswerIsSignedWithAnotherKey() {
        signedWith = new AccessKey("other", "another-invented-key", null);

        assertThat(trigger("newInstance")).isEqualTo(1);
        assertThat(out.toString()).contains("Body-Sign is wrong");
    }

    @Test
    void endsWithOneWhenTheAnswerIsNotJson() {
        answer = "<html>";

        assertThat(trigger("newInstance")).isEqualTo(1);
        assertThat(out.toString()).contains("refused: no code");
    }

    @Test
    void repeatsWithAnotherBusinessIdNonceAndTheSameOrder() {
        assertThat(trigger("newInstance", "--order", "CS1", "--duplicate", "2")).isZero();

        assertThat(received).hasSize(3).allMatch(call -> call.body().contains("\"orderId\":\"CS1\""));
        assertThat(received).extracting(Received::body).doesNotHaveDuplicates();
        assertThat(received).extracting(call -> one(call, "nonce")).doesNotHaveDuplicates();
    }

    @Test
    void shiftsTheTimeStampBySkew() {
        trigger("newInstance", "--skew", "-90s");

        long sent = Long.parseLong(one(received.getFirst(), "timestamp"));
        assertThat(Duration.between(Instant.ofEpochMilli(sent), Instant.now()))
                .isBetween(Duration.ofSeconds(89), Duration.ofSeconds(120));
    }

    @Test
    void sendsFieldsAndTheTestFlag() {
        trigger("updateInstanceStatus", "--instance", "kb1", "--field", "status=FREEZE", "--test-flag");

        assertThat(received.getFirst().body())
                .isEqualTo(
                        "{\"activity\":\"updateInstanceStatus\",\"instanceId\":\"kb1\",\"status\":\"FREEZE\",\"testFlag\":\"1\"}");
    }

    @Test
    void sendsAFileUnchanged() throws Exception {
        String body = "{ \"orderId\": \"CS1\",\n  \"activity\": \"newInstance\" }";
        Path file = Files.writeString(home.resolve("body.json"), body);

        assertThat(trigger("newInstance", "--body-file", file.toString())).isZero();

        assertThat(received.getFirst().body()).isEqualTo(body);
        assertThat(verification(received.getFirst())).isInstanceOf(Verification.Verified.class);
    }

    @Test
    void printsOneLineOfJsonForScripts() {
        trigger("newInstance", "--json");

        var line = JsonMapper.shared().readTree(out.toString());
        assertThat(line.path("accepted").asBoolean()).isTrue();
        assertThat(line.path("instanceId").asString()).isEqualTo("kb1");
        assertThat(line.path("bodySign").asString()).isEqualTo("RIGHT");
        assertThat(out.toString().lines()).hasSize(1);
    }

    @Test
    void takesAddressAndKeyFromTheSuiteThatRunsHere() throws Exception {
        Files.writeString(
                home.resolve("local.env"),
                "KOOBRIDGE_GATEWAY_URL=" + url() + "\nKOOBRIDGE_KEY_BASE='" + KEY.secret() + "'\n");

        assertThat(execute(Map.of(), "trigger", "newInstance")).isZero();
        assertThat(verification(received.getFirst())).isInstanceOf(Verification.Verified.class);
    }

    @Test
    void takesAnAddressWithAPathAsItIs() {
        execute(Map.of(), "trigger", "newInstance", "--url", url() + "/elsewhere/saas", "--key", KEY.secret());

        assertThat(received.getFirst().uri().getPath()).isEqualTo("/elsewhere/saas");
    }

    @Test
    void endsWithThreeWhenNobodyAnswers() {
        gateway.stop(0);

        assertThat(trigger("newInstance")).isEqualTo(3);
        assertThat(error.toString()).contains("Nobody answers at " + url());
    }

    @Test
    void endsWithTwoAndSaysWhatIsMissing() {
        assertThat(trigger("queryInstance")).isEqualTo(2);
        assertThat(error.toString()).contains("--instance");
        assertThat(execute(Map.of(), "trigger", "newInstance")).isEqualTo(2);
        assertThat(error.toString()).contains("--url is missing").contains("./koobridge up");
        assertThat(trigger("newInstance", "--skew", "soon")).isEqualTo(2);
        assertThat(error.toString()).contains("--skew soon is not a duration");
        assertThat(trigger("newInstance", "--body-file", "nowhere.json")).isEqualTo(2);
        assertThat(error.toString()).contains("nowhere.json");
        assertThat(trigger()).isEqualTo(2);
        assertThat(received).isEmpty();
    }

    private int trigger(String... arguments) {
        var all = new ArrayList<>(List.of("trigger"));
        all.addAll(Arrays.asList(arguments));
        return execute(
                Map.of("KOOBRIDGE_GATEWAY_URL", url(), "KOOBRIDGE_KEY_BASE", KEY.secret()), all.toArray(String[]::new));
    }

    private String url() {
        return "http://127.0.0.1:" + gateway.getAddress().getPort();
    }

    private static Verification verification(Received call) {
        var check = SignatureParameters.check(query(call.uri()), Instant.now());
        assertThat(check).isInstanceOf(ParameterCheck.Complete.class);
        return BodySignature.verify(
                ((ParameterCheck.Complete) check).parameters(),
                call.body().getBytes(StandardCharsets.UTF_8),
                KeyRing.of(KEY),
                Instant.now());
    }

    private static String one(Received call, String parameter) {
        return query(call.uri()).getOrDefault(parameter, List.of()).getFirst();
    }

    private static Map<String, List<String>> query(URI uri) {
        var parameters = new HashMap<String, List<String>>();
        for (String pair : List.of(uri.getRawQuery().split("&", -1))) {
            int equals = pair.indexOf('=');
            parameters
                    .computeIfAbsent(pair.substring(0, equals), name -> new ArrayList<>())
                    .add(pair.substring(equals + 1));
        }
        return parameters;
    }
}
