package io.koobridge.runtime.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.crypto.webhook.WebhookSecret;
import io.koobridge.crypto.webhook.WebhookSigner;
import io.koobridge.crypto.webhook.WebhookVerification.Reason;
import io.koobridge.crypto.webhook.WebhookVerification.Rejected;
import io.koobridge.crypto.webhook.WebhookVerification.Verified;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class WebhookSecretsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final byte[] BODY = "{}".getBytes(UTF_8);
    private static final WebhookSecret OLD = WebhookSecret.parse("whsec_dGVzdC1zZWNyZXQtb2YtMjQtYnl0ZXMhISE=");
    private static final WebhookSecret NEW = WebhookSecret.parse("whsec_YW5vdGhlci1zZWNyZXQtb2YtMjQtYnl0ZXMh");

    private final WebhookSecrets secrets = new WebhookSecrets(List.of(NEW, OLD));

    @Tag("promise:product-secret-without-gap")
    @Test
    void theFirstSignsAndEachVerifies() {
        var ours = secrets.signer().sign("m1", NOW, BODY);

        assertThat(ours).isEqualTo(new WebhookSigner(NEW).sign("m1", NOW, BODY));
        for (var secret : List.of(OLD, NEW)) {
            var theirs = new WebhookSigner(secret).sign("m1", NOW, BODY);
            assertThat(secrets.verify(theirs::get, BODY, NOW)).isEqualTo(new Verified("m1", NOW));
        }
    }

    @Test
    void anotherSecretDoesNot() {
        var theirs = new WebhookSigner(OLD).sign("m1", NOW, BODY);

        assertThat(new WebhookSecrets(List.of(NEW)).verify(theirs::get, BODY, NOW))
                .isEqualTo(new Rejected(Reason.SIGNATURE_MISMATCH));
        assertThat(new WebhookSecrets(List.of()).verify(theirs::get, BODY, NOW)).isInstanceOf(Rejected.class);
    }

    @Test
    void whyIsToldAlsoWithSeveralSecrets() {
        assertThat(secrets.verify(_ -> null, BODY, NOW)).isEqualTo(new Rejected(Reason.HEADER_MISSING));
    }
}
