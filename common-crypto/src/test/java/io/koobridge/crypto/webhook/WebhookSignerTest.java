package io.koobridge.crypto.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSignerTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    @TestFactory
    Stream<DynamicTest> eachVectorHasItsHeaders() throws IOException {
        return WebhookVectors.read().stream()
                .map(vector -> dynamicTest(vector.id(), () -> {
                    var signer = new WebhookSigner(WebhookSecret.parse(vector.secret()));

                    assertThat(signer.sign(vector.messageId(), vector.at(), vector.bytes()))
                            .containsExactlyInAnyOrderEntriesOf(Map.of(
                                    "webhook-id", vector.messageId(),
                                    "webhook-timestamp", Long.toString(vector.timestamp()),
                                    "webhook-signature", vector.signature()));
                }));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a.b", "a b", "ä", "a\r\nx-injected: 1"})
    void refusesAnIdThatWouldBlurTheSignedPartsOrTheHeader(String id) {
        var signer = new WebhookSigner(WebhookSecret.parse(SECRET));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> signer.sign(id, Instant.EPOCH, new byte[0]))
                .withMessageContaining("webhook id");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "whsec_",
                "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                "whsec_short",
                "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLa*w",
                "whsk_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
            })
    void refusesASecretOfAnotherFormWithoutRepeatingIt(String secret) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WebhookSecret.parse(secret))
                .withMessageStartingWith("a webhook secret")
                .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain("MfKQ", "AAAA", "short"));
    }

    @Test
    void refusesASecretThatIsTooLong() {
        assertThatIllegalArgumentException().isThrownBy(() -> WebhookSecret.parse("whsec_" + "AAAA".repeat(22)));
    }

    @Tag("promise:secrets-are-never-shown")
    @Test
    void neverShowsItsSecret() {
        assertThat(WebhookSecret.parse(SECRET).toString()).isEqualTo("whsec_***");
    }
}
