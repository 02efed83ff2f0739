package io.koobridge.benchmark.load.generator;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.benchmark.load.generator.EditionCalls.What;
import io.koobridge.crypto.callback.v1.AuthToken;
import io.koobridge.crypto.callback.v1.TokenCheck;
import io.koobridge.crypto.callback.v2.BodySignature;
import io.koobridge.crypto.key.AccessKey;
import io.koobridge.crypto.key.KeyRing;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditionCallsTest {

    private static final AccessKey KEY = new AccessKey("benchmark", "an-invented-key", null);
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00.123Z");
    private static final Pattern V1 = Pattern.compile("GET /koogallery/saas\\?(\\S+) HTTP/1\\.1\r\n(?s:.*)\r\n\r\n");
    private static final Pattern V2 = Pattern.compile(
            "POST /koogallery/saas\\?signature=(\\w+)&timestamp=(\\d+)&nonce=(\\w+) HTTP/1\\.1\r\n(?s:.*)\r\n\r\n(\\{.*})");

    @ParameterizedTest
    @CsvSource({"PURCHASE_V1, newInstance", "RENEWAL_V1, refreshInstance"})
    void aCallOfV1IsSignedByItsToken(What what, String activity) {
        assertThat(verified(what, 0))
                .containsEntry("activity", activity)
                .containsEntry("timeStamp", "20261122100000123");
    }

    @ParameterizedTest
    @CsvSource({"PURCHASE_V2, newInstance", "RENEWAL_V2, refreshInstance"})
    void aCallOfV2IsSignedOverItsBody(What what, String activity) {
        var call = V2.matcher(text(calls(what), 0));

        assertThat(call.matches()).isTrue();
        assertThat(call.group(4)).startsWith("{\"activity\":\"" + activity + "\",");
        assertThat(call.group(1))
                .isEqualTo(BodySignature.sign(
                        KEY, call.group(3), call.group(2), call.group(4).getBytes(US_ASCII)));
    }

    @Test
    void noTwoCallsAreOfTheSameOrderNotEvenInTwoEditions() {
        assertThat(verified(What.PURCHASE_V1, 0).get("orderId"))
                .isNotEqualTo(verified(What.PURCHASE_V1, 1).get("orderId"))
                .isNotEqualTo(verified(What.RENEWAL_V1, 0).get("orderId"));
    }

    private static Map<String, String> verified(What what, int index) {
        var call = V1.matcher(text(calls(what), index));
        assertThat(call.matches()).isTrue();
        var check = AuthToken.verify(call.group(1), KeyRing.of(KEY), NOW);
        assertThat(check).isInstanceOf(TokenCheck.Verified.class);
        return ((TokenCheck.Verified) check).parameters();
    }

    private static Calls calls(What what) {
        return new EditionCalls(what, KEY, InstantSource.fixed(NOW), 1).next(2);
    }

    private static String text(Calls calls, int index) {
        return calls.request(index).toString(US_ASCII);
    }
}
