package io.koobridge.crypto.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.koobridge.crypto.webhook.WebhookVerification.Reason;
import io.koobridge.crypto.webhook.WebhookVerification.Rejected;
import io.koobridge.crypto.webhook.WebhookVerification.Verified;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookVerifierTest {

    private static final WebhookSecret SECRET = WebhookSecret.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    private static final WebhookSecret OTHER = WebhookSecret.parse("whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
    private static final Instant SENT = Instant.ofEpochSecond(1_777_622_400);
    private static final byte[] BODY = "{\"state\":\"ready\"}".getBytes(UTF_8);

    @TestFactory
    Stream<DynamicTest> eachVectorVerifies() throws IOException {
        return WebhookVectors.read().stream()
                .map(vector -> dynamicTest(vector.id(), () -> {
                    Map<String, String> headers = Map.of(
                            "webhook-id", vector.messageId(),
                            "webhook-timestamp", Long.toString(vector.timestamp()),
                            "webhook-signature", vector.signature());

                    assertThat(new WebhookVerifier(WebhookSecret.parse(vector.secret()))
                                    .verify(headers::get, vector.bytes(), vector.at()))
                            .isEqualTo(new Verified(vector.messageId(), vector.at()));
                }));
    }

    @ParameterizedTest
    @CsvSource({"0, VERIFIED", "300, VERIFIED", "-300, VERIFIED", "301, TOO_OLD", "-301, IN_THE_FUTURE"})
    void fiveMinutesAreToleratedToBothSides(long secondsLater, String outcome) {
        assertThat(name(verify(signed(), BODY, SENT.plusSeconds(secondsLater)))).isEqualTo(outcome);
    }

    @ParameterizedTest
    @ValueSource(strings = {"webhook-id", "webhook-timestamp", "webhook-signature"})
    void everyHeaderIsNeeded(String name) {
        Map<String, String> headers = signed();
        headers.remove(name);

        assertThat(verify(headers, BODY, SENT)).isEqualTo(new Rejected(Reason.HEADER_MISSING));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "now", "-1777622400", "1777622400.0", "99999999999999999999", "١٧٧٧٦٢٢٤٠٠"})
    void theTimestampIsSecondsInDecimalDigits(String timestamp) {
        Map<String, String> headers = signed();
        headers.put("webhook-timestamp", timestamp);

        assertThat(verify(headers, BODY, SENT)).isEqualTo(new Rejected(Reason.TIMESTAMP_NOT_A_NUMBER));
    }

    @Test
    void oneOfSeveralSignaturesIsEnough() {
        Map<String, String> headers = signed();
        String ours = headers.get("webhook-signature");
        String theirs = new WebhookSigner(OTHER).sign("msg_1", SENT, BODY).get("webhook-signature");
        headers.put("webhook-signature", "v1a,AAAA v1, nonsense " + theirs + " " + ours);

        assertThat(verify(headers, BODY, SENT)).isEqualTo(new Verified("msg_1", SENT));
    }

    @Test
    void aSignatureOfAnotherVersionDoesNotCount() {
        Map<String, String> headers = signed();
        headers.computeIfPresent("webhook-signature", (name, value) -> value.replace("v1,", "v2,"));

        assertThat(verify(headers, BODY, SENT)).isEqualTo(new Rejected(Reason.SIGNATURE_MISMATCH));
    }

    @Test
    void aSignatureByAnotherSecretDoesNotCount() {
        assertThat(verify(new WebhookSigner(OTHER).sign("msg_1", SENT, BODY), BODY, SENT))
                .isEqualTo(new Rejected(Reason.SIGNATURE_MISMATCH));
    }

    @Test
    void idAndTimestampAreSignedToo() {
        Map<String, String> otherId = signed();
        otherId.put("webhook-id", "msg_2");
        Map<String, String> later = signed();
        later.put("webhook-timestamp", "1777622401");

        assertThat(verify(otherId, BODY, SENT)).isEqualTo(new Rejected(Reason.SIGNATURE_MISMATCH));
        assertThat(verify(later, BODY, SENT)).isEqualTo(new Rejected(Reason.SIGNATURE_MISMATCH));
    }

    @Property
    void whatWasSignedVerifiesAndNoOtherBodyDoes(@ForAll byte[] body, @ForAll byte[] other) {
        Map<String, String> headers = new WebhookSigner(SECRET).sign("msg_1", SENT, body);

        assertThat(verify(headers, body, SENT)).isEqualTo(new Verified("msg_1", SENT));
        Assume.that(!Arrays.equals(body, other));
        assertThat(verify(headers, other, SENT)).isEqualTo(new Rejected(Reason.SIGNATURE_MISMATCH));
    }

    @Property
    void anyHeadersHaveAnOutcome(@ForAll String id, @ForAll String timestamp, @ForAll String signature) {
        Map<String, String> headers =
                Map.of("webhook-id", id, "webhook-timestamp", timestamp, "webhook-signature", signature);

        assertThat(verify(headers, BODY, SENT)).isInstanceOf(Rejected.class);
    }

    private static Map<String, String> signed() {
        return new HashMap<>(new WebhookSigner(SECRET).sign("msg_1", SENT, BODY));
    }

    private static WebhookVerification verify(Map<String, String> headers, byte[] body, Instant now) {
        return new WebhookVerifier(SECRET).verify(headers::get, body, now);
    }

    private static String name(WebhookVerification verification) {
        return switch (verification) {
            case Verified ignored -> "VERIFIED";
            case Rejected(var reason) -> reason.name();
        };
    }
}
