package io.koobridge.crypto.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.koobridge.crypto.Vectors;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** {@code standard-webhooks.json}. */
record WebhookVectors(List<Message> vectors) {

    static List<Message> read() throws IOException {
        return Vectors.read("standard-webhooks.json", WebhookVectors.class).vectors();
    }

    record Message(String id, String secret, String messageId, long timestamp, String body, String signature) {

        Instant at() {
            return Instant.ofEpochSecond(timestamp);
        }

        byte[] bytes() {
            return body.getBytes(UTF_8);
        }
    }
}
