package io.koobridge.crypto.webhook;

import static io.koobridge.crypto.webhook.WebhookHeaders.ID;
import static io.koobridge.crypto.webhook.WebhookHeaders.SIGNATURE;
import static io.koobridge.crypto.webhook.WebhookHeaders.TIMESTAMP;
import static io.koobridge.crypto.webhook.WebhookHeaders.VERSION;

import java.time.Instant;
import java.util.Map;

/** Signs what KooBridge sends to a seller's service. */
public final class WebhookSigner {

    private final WebhookSecret secret;

    public WebhookSigner(WebhookSecret secret) {
        this.secret = secret;
    }

    /**
     * The three headers of one attempt.
     *
     * @param id the same for each attempt of one message, so that the receiver can recognise repeats; visible ASCII without a full stop,
     *     which separates the signed parts
     * @param attemptedAt the time of this attempt, sent in whole seconds
     * @param body the exact bytes that are sent
     */
    public Map<String, String> sign(String id, Instant attemptedAt, byte[] body) {
        if (id.isEmpty()
                || !id.chars().allMatch(character -> character > ' ' && character < 0x7f && character != '.')) {
            throw new IllegalArgumentException("a webhook id is visible ASCII without a full stop, not: '" + id + "'");
        }
        String timestamp = Long.toString(attemptedAt.getEpochSecond());
        String signature = VERSION + secret.tag(id, timestamp, body).base64();
        return Map.of(ID, id, TIMESTAMP, timestamp, SIGNATURE, signature);
    }
}
