package io.koobridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people capture: requests and curl commands. */
class ExplainCaptureTest extends ExplainingTest {

    ExplainCaptureTest(@TempDir Path home) {
        super(home);
    }

    @Test
    void aCapturedRequestIsExplained() {
        var capture = file("call.txt", request(KEY, BODY));

        assertThat(explain(capture, "--received-at", TIME)).isZero();

        assertThat(out.toString())
                .contains(
                        "key 'base' verifies the body as received",
                        "The call is right",
                        "inner digest",
                        "<key 'base'>" + NONCE + TIME)
                .doesNotContain(KEY.secret(), KIT.secret());
    }

    @Test
    void whatAnEditorAddsBehindTheBodyIsLeftOut() {
        var capture = file("call.txt", request(KEY, BODY) + "\n");

        assertThat(explain(capture, "--received-at", TIME)).isZero();
        assertThat(out.toString()).contains("1 bytes behind the body were left out");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "curl -sSXPOST -H'Content-Type: application/json' -d'%2$s' 'https://kb.example.com/?%1$s'",
                "curl --request=POST --header='Content-Type: application/json' --data-raw='%2$s' --url='https://kb.example.com/?%1$s'",
                "curl -kd '%2$s' --connect-timeout 5 -m5 --retry 3 'https://kb.example.com/?%1$s'",
                "curl --json '%2$s' --compressed -o/dev/null 'https://kb.example.com/?%1$s'"
            })
    void optionsOfCurlMayBeAttachedToTheirValues(String command) {
        assertThat(explain(file("call.sh", command.formatted(query(KEY, BODY), BODY)), "--received-at", TIME))
                .as(out + " " + error)
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "curl --data-urlencode 'a=b' 'http://x?a=b' ~--data-urlencode",
                "curl -F a=b 'http://x?a=b' ~-F",
                "curl -G -d a=b 'http://x?a=b' ~-G",
                "curl --frobnicate 7 'http://x?a=b' ~--frobnicate",
                "curl --oauth2-bearer x 'http://x?a=b' ~none of address, method, body and signing headers",
                "curl 'http://x?a=b' 'http://y?a=b' ~two addresses",
                "curl 'http://x?a=b' -d ~needs a value",
                "curl 'http://x?a=b' -d@body.json ~from a file",
                "curl 'http://x?a=b' -H 'Content-Encoding: gzip' -d x ~compressed"
            })
    void whatIsNotUnderstoodOfACurlCommandIsRefused(String commandAndReason) {
        var parts = commandAndReason.split(" ~", -1);

        assertThat(explain(file("call.sh", parts[0]))).isEqualTo(2);
        assertThat(error.toString()).contains(parts[1]);
    }

    @Test
    void aCurlCommandIsACaptureToo() {
        var capture = file(
                "call.sh",
                "curl -sS -X POST 'https://kb.example.com/koogallery/saas?" + query(KEY, BODY)
                        + "' \\\n  -H 'Content-Type: application/json' --data-raw $'" + BODY.replace("a", "\\u0061")
                        + "'\n");

        assertThat(explain(capture, "--received-at", TIME))
                .as(out + " " + error)
                .isZero();
    }
}
