package io.koobridge.product;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Standard Webhooks: both sides sign {@code id.timestamp.body} with the secret that they share. */
final class Webhook {

    private static final String PREFIX = "whsec_";
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final List<byte[]> keys;

    /** @param secrets one, or several with blanks between them while they are changed: the first signs, each one verifies */
    Webhook(String secrets) {
        keys = Arrays.stream(secrets.strip().split(" +")).map(Webhook::key).toList();
    }

    private static byte[] key(String secret) {
        if (!secret.startsWith(PREFIX)) {
            throw new IllegalArgumentException("a webhook secret begins with " + PREFIX);
        }
        return Base64.getDecoder().decode(secret.substring(PREFIX.length()));
    }

    /** The three headers to send with a body. */
    Map<String, String> headers(String id, Instant now, byte[] body) {
        var timestamp = Long.toString(now.getEpochSecond());
        return Map.of(
                "webhook-id", id,
                "webhook-timestamp", timestamp,
                "webhook-signature", tag(keys.getFirst(), id, timestamp, body));
    }

    /** Null when the message is KooBridge's, made within five minutes of now; otherwise why it is not. */
    @Nullable String rejection(Function<String, @Nullable String> header, byte[] body, Instant now) {
        var id = header.apply("webhook-id");
        var timestamp = header.apply("webhook-timestamp");
        var signatures = header.apply("webhook-signature");
        if (id == null || timestamp == null || signatures == null) {
            return "webhook-id, webhook-timestamp and webhook-signature are needed";
        }
        if (!timestamp.matches("[0-9]{1,11}")) {
            return "webhook-timestamp is not Unix time";
        }
        var age = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now);
        if (age.abs().compareTo(TOLERANCE) > 0) {
            return "webhook-timestamp is more than 5 minutes off";
        }
        // Several, separated by blanks, while the secret is changed; compared without telling how much was right.
        for (var key : keys) {
            var expected = tag(key, id, timestamp, body).getBytes(UTF_8);
            for (var signature : signatures.split(" ", -1)) {
                if (MessageDigest.isEqual(expected, signature.getBytes(UTF_8))) {
                    return null;
                }
            }
        }
        return "webhook-signature is not of this body";
    }

    private static String tag(byte[] key, String id, String timestamp, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update((id + "." + timestamp + ".").getBytes(UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
