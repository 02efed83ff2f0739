package io.koobridge.crypto.callback.kit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.crypto.callback.Rejection;
import io.koobridge.crypto.callback.v2.CanonicalForm;
import io.koobridge.crypto.callback.v2.ParameterCheck;
import io.koobridge.crypto.callback.v2.SignedParameters;
import io.koobridge.crypto.callback.v2.Verification;
import io.koobridge.crypto.key.AccessKey;
import io.koobridge.crypto.key.KeyRing;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KitSignatureTest {

    static final Instant NOW = Instant.ofEpochMilli(1_767_225_600_123L);
    static final AccessKey KEY = new AccessKey("kit", "a-secret-made-up", null);
    private static final AccessKey OTHER = new AccessKey("other", "another-secret", null);
    private static final String NONCE = "Zx81kQ0pLmN7vB3cT9wYrE2sHd6fGj4a";
    private static final String BODY = "{ \"b\": {\"y\": 1, \"x\": 2}, \"n\": null, \"a\": 1 }";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":1,\"b\":{\"y\":1,\"x\":2}} | SORTED",
                BODY + " | RAW",
                "{\"a\":1,\"b\":{\"x\":2,\"y\":1}} | SORTED_THROUGHOUT",
                "{\"a\":1,\"b\":{\"y\":1,\"x\":2},\"n\":null} | SORTED_WITH_NULLS"
            })
    void eachOfTheFourFormsMayHaveBeenSigned(String payload, CanonicalForm form) {
        assertThat(verified(payload, BODY)).isEqualTo(new Verification.Verified(KEY, form));
    }

    @Tag("promise:only-the-signed")
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"b\":{\"y\":1,\"x\":2},\"a\":1}",
                "{\"a\":1,\"b\":{\"x\":2,\"y\":1},\"n\":null}",
                "{\"a\":1.0,\"b\":{\"y\":1,\"x\":2}}",
                "{}"
            })
    void nothingElseMay(String payload) {
        assertThat(verified(payload, BODY)).isEqualTo(new Verification.Rejected(Rejection.SIGNATURE_MISMATCH));
    }

    @Test
    void signaturesComeInEitherCaseAndFromAnyActiveKey() {
        var sign = sign(OTHER, BODY).toLowerCase(Locale.ROOT);

        assertThat(verify(sign, BODY, KeyRing.of(KEY, OTHER)))
                .isEqualTo(new Verification.Verified(OTHER, CanonicalForm.RAW));
        assertThat(verify(sign, BODY, KeyRing.of(new AccessKey("ended", "x", NOW.minusMillis(1)))))
                .isEqualTo(new Verification.Rejected(Rejection.NO_ACTIVE_KEY));
    }

    @ParameterizedTest
    @CsvSource({
        "-60000, ",
        "60000, ",
        "-60001, CLOCK_BEHIND",
        "60001, CLOCK_AHEAD",
    })
    void theWindowHasTwoSides(long millis, Rejection rejection) {
        var check = check(headers(sign(KEY, BODY)), NOW.minusMillis(millis));

        if (rejection == null) {
            assertThat(check).isInstanceOf(ParameterCheck.Complete.class);
        } else {
            assertThat(check).isEqualTo(new ParameterCheck.Rejected(rejection));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "x-sign, SIGNATURE_MISSING, SIGNATURE_MALFORMED",
        "x-timestamp, TIMESTAMP_MISSING, TIMESTAMP_NOT_A_NUMBER",
        "x-nonce, NONCE_MISSING, NONCE_MISSING"
    })
    void eachHeaderIsThereOnceAndReadable(String name, Rejection missing, Rejection malformed) {
        var headers = headers(sign(KEY, BODY));

        headers.put(name, List.of());
        assertThat(check(headers, NOW)).isEqualTo(new ParameterCheck.Rejected(missing));
        headers.put(name, List.of(name.equals("x-nonce") ? " " : "nonsense"));
        assertThat(check(headers, NOW)).isEqualTo(new ParameterCheck.Rejected(malformed));
        headers.put(name, List.of("1", "2"));
        assertThat(check(headers, NOW)).isEqualTo(new ParameterCheck.Rejected(Rejection.PARAMETER_REPEATED));
    }

    private static Verification verified(String payload, String body) {
        return verify(sign(KEY, payload), body, KeyRing.of(KEY));
    }

    private static Verification verify(String sign, String body, KeyRing keys) {
        return KitSignature.verify(parameters(sign), body.getBytes(UTF_8), keys, NOW);
    }

    static String sign(AccessKey key, String payload) {
        return KitSignature.sign(key, NONCE, Long.toString(NOW.toEpochMilli()), payload.getBytes(UTF_8));
    }

    static SignedParameters parameters(String sign) {
        return ((ParameterCheck.Complete) check(headers(sign), NOW)).parameters();
    }

    private static ParameterCheck check(Map<String, List<String>> headers, Instant now) {
        return KitSignature.check(name -> headers.getOrDefault(name, List.of()), now);
    }

    private static Map<String, List<String>> headers(String sign) {
        var headers = new HashMap<String, List<String>>();
        headers.put(KitSignature.SIGN, List.of(sign));
        headers.put(KitSignature.TIMESTAMP, List.of(Long.toString(NOW.toEpochMilli())));
        headers.put(KitSignature.NONCE, List.of(NONCE));
        return headers;
    }
}
