package io.koobridge.product;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WebhookTest {

    private static final Instant NOW = Instant.ofEpochSecond(1_795_334_400);
    private static final byte[] BODY = "{\"wanted\":\"ACTIVE\"}".getBytes(UTF_8);

    private final Webhook webhook = new Webhook("whsec_dGVzdC1zZWNyZXQtb2YtMjQtYnl0ZXMhISE=");
    private final Map<String, String> headers = new HashMap<>(webhook.headers("kb1-2", NOW, BODY));

    @Test
    void whatWasSignedWithTheSecretIsAccepted() {
        assertThat(webhook.rejection(headers::get, BODY, NOW)).isNull();
        assertThat(webhook.rejection(headers::get, BODY, NOW.plus(Duration.ofMinutes(5))))
                .isNull();
    }

    @Test
    void oneOfSeveralSignaturesIsEnough() {
        headers.put("webhook-signature", "v1,AAAA v1a,BBBB " + headers.get("webhook-signature"));

        assertThat(webhook.rejection(headers::get, BODY, NOW)).isNull();
    }

    @Test
    void ofSeveralSecretsTheFirstSignsAndEachVerifies() {
        var other = "whsec_YW5vdGhlci1zZWNyZXQtb2YtMjQtYnl0ZXMh";
        var changing = new Webhook(other + " whsec_dGVzdC1zZWNyZXQtb2YtMjQtYnl0ZXMhISE=");

        assertThat(changing.rejection(headers::get, BODY, NOW)).isNull();
        assertThat(changing.headers("kb1-2", NOW, BODY)).isEqualTo(new Webhook(other).headers("kb1-2", NOW, BODY));
    }

    @Test
    void everythingElseIsRefused() {
        assertThat(webhook.rejection(headers::get, "{}".getBytes(UTF_8), NOW)).contains("signature");
        assertThat(webhook.rejection(headers::get, BODY, NOW.plusSeconds(301))).contains("5 minutes");
        assertThat(webhook.rejection(headers::get, BODY, NOW.minusSeconds(301))).contains("5 minutes");
        assertThat(new Webhook("whsec_YW5vdGhlci1zZWNyZXQtb2YtMjQtYnl0ZXMh").rejection(headers::get, BODY, NOW))
                .contains("signature");
        assertThat(webhook.rejection(_ -> null, BODY, NOW)).contains("needed");
        headers.put("webhook-timestamp", "yesterday");
        assertThat(webhook.rejection(headers::get, BODY, NOW)).contains("Unix time");
    }
}
