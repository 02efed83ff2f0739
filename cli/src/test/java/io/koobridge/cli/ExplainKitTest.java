package io.koobridge.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.crypto.callback.kit.KitSignature;
import io.koobridge.crypto.callback.v1.AuthToken;
import io.koobridge.crypto.key.AccessKey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code explain} of calls of the joint-operations kit as a user types it, with the keys of a suite. */
class ExplainKitTest extends ExplainingTest {

    private static final String V2 = "/koogallery/saas/produceAPI/v2/tenantSync";
    private static final String V1 = "/koogallery/saas/produceAPI/tenantSync";
    private static final String TENANT = "{\"tenantId\":\"t-1\",\"flag\":1,\"timeStamp\":\"20260101080000123\"}";
    private static final AccessKey V1_KEY = new AccessKey("v1", "an-invented-key-of-v1", null);

    ExplainKitTest(@TempDir Path home) {
        super(home);
    }

    @Test
    void aCapturedRequestIsKnownByItsHeaders() {
        var capture = file("call.txt", request(KIT));

        assertThat(explain(capture, "--received-at", TIME)).isZero();
        assertThat(out.toString())
                .contains(
                        "x-sign, x-timestamp and x-nonce are there, each once",
                        "key 'kit' verifies the body as received");
    }

    @Test
    void aKeyOfTheBaseInterfacesIsNamed() {
        assertThat(explain(file("call.txt", request(KEY)), "--received-at", TIME))
                .isOne();
        assertThat(out.toString()).contains("key 'base' makes it", "Bind the key of the right interface type");
    }

    /** Whoever sends none of the headers called the kit all the same. */
    @Test
    void withoutHeadersItIsKnownByItsPath() {
        var capture = file("call.txt", "POST " + V2 + " HTTP/1.1\r\nHost: a\r\n\r\n" + TENANT);

        assertThat(explain(capture)).isOne();
        assertThat(out.toString()).contains("missing: x-sign, x-timestamp, x-nonce");
    }

    @Test
    void aCurlCommandIsReadWithItsHeaders() {
        var sign = sign(KIT);
        var capture = file(
                "call.txt",
                "curl 'https://kb.example.com%s' -H 'X-Sign: %s' -H 'x-timestamp: %s' -H 'x-nonce: %s' -d '%s'"
                        .formatted(V2, sign, TIME, NONCE, TENANT));

        assertThat(explain(capture, "--received-at", TIME))
                .as(out.toString() + error)
                .isZero();
    }

    @Test
    void partsAreGivenWithHeaders() {
        assertThat(explain(
                        "--url",
                        "https://kb.example.com" + V2,
                        "--header",
                        "x-sign: " + sign(KIT),
                        "--header",
                        "x-timestamp:" + TIME,
                        "--header",
                        "x-nonce: " + NONCE,
                        "--body-file",
                        file("body.json", TENANT),
                        "--received-at",
                        TIME,
                        "--json"))
                .isZero();
        assertThat(out.toString())
                .contains("\"form\":\"RAW\"", "\"payload\":\"raw\"")
                .doesNotContain(KIT.secret());
    }

    @Test
    void aCallOfV1IsKnownByItsPathAndSignedWithAKeyOfTheKitOrOfV1() {
        for (var key : List.of(KIT, V1_KEY)) {
            out.getBuffer().setLength(0);
            var token = AuthToken.sign(key, Map.of("tenantId", "t-1", "flag", "1", "timeStamp", "20260101080000123"));
            var capture = file("call.txt", "POST " + V1 + " HTTP/1.1\r\nauthToken: \"" + token + "\"\r\n\r\n" + TENANT);

            assertThat(withV1Key(capture)).as(out.toString()).isZero();
            assertThat(out.toString()).contains("a gateway with key '%s' takes it.".formatted(key.id()));
        }
    }

    @Test
    void theEditionMayBeSaid() {
        var token = AuthToken.sign(KIT, Map.of("tenantId", "t-1", "flag", "1", "timeStamp", "20260101080000123"));

        assertThat(explain(
                        "--query",
                        "",
                        "--auth-token",
                        token,
                        "--body-file",
                        file("body.json", TENANT),
                        "--edition",
                        "kit-v1"))
                .as(out.toString() + error)
                .isZero();
        assertThat(explain(file("call.txt", request(KIT)), "--edition", "kit-v3"))
                .isEqualTo(2);
        assertThat(error.toString()).contains("kit-v1", "kit-v2");
    }

    private int withV1Key(String capture) {
        var all = new ArrayList<>(List.of("explain", capture));
        return execute(
                Map.of(
                        "KOOBRIDGE_KEY_BASE", KEY.secret(),
                        "KOOBRIDGE_KEY_KIT", KIT.secret(),
                        "KOOBRIDGE_KEY_V1", V1_KEY.secret()),
                all.toArray(String[]::new));
    }

    private static String sign(AccessKey key) {
        return KitSignature.sign(key, NONCE, TIME, TENANT.getBytes(UTF_8));
    }

    private static String request(AccessKey key) {
        return "POST %s HTTP/1.1\r\nHost: kb.example.com\r\nX-Sign: %s\r\nx-timestamp: %s\r\nx-nonce: %s\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(V2, sign(key), TIME, NONCE, TENANT.length(), TENANT);
    }
}
