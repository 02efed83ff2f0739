package io.koobridge.crypto.webhook;

import static io.koobridge.crypto.webhook.WebhookHeaders.VERSION;

import io.koobridge.crypto.mac.MacTag;
import io.koobridge.crypto.webhook.WebhookVerification.Reason;
import io.koobridge.crypto.webhook.WebhookVerification.Rejected;
import io.koobridge.crypto.webhook.WebhookVerification.Verified;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Verifies what a seller's service sends back to KooBridge. */
public final class WebhookVerifier {

    /** How far the time stamp may lie from now, in both directions and inclusive: what the reference libraries allow. */
    public static final Duration TOLERANCE = Duration.ofMinutes(5);

    /** Eleven digits of seconds last until the year 5138. */
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,11}");

    private final WebhookSecret secret;

    public WebhookVerifier(WebhookSecret secret) {
        this.secret = secret;
    }

    /**
     * Never throws, whatever was sent.
     *
     * @param header looks a header up by its lower-case name, ignoring case; null when it is absent
     */
    public WebhookVerification verify(Function<String, @Nullable String> header, byte[] body, Instant now) {
        String id = header.apply(WebhookHeaders.ID);
        String timestamp = header.apply(WebhookHeaders.TIMESTAMP);
        String signatures = header.apply(WebhookHeaders.SIGNATURE);
        if (id == null || timestamp == null || signatures == null) {
            return new Rejected(Reason.HEADER_MISSING);
        }
        if (!SECONDS.matcher(timestamp).matches()) {
            return new Rejected(Reason.TIMESTAMP_NOT_A_NUMBER);
        }
        Instant attemptedAt = Instant.ofEpochSecond(Long.parseLong(timestamp));
        if (attemptedAt.isBefore(now.minus(TOLERANCE))) {
            return new Rejected(Reason.TOO_OLD);
        }
        if (attemptedAt.isAfter(now.plus(TOLERANCE))) {
            return new Rejected(Reason.IN_THE_FUTURE);
        }
        MacTag expected = secret.tag(id, timestamp, body);
        return contains(signatures, expected) ? new Verified(id, attemptedAt) : new Rejected(Reason.SIGNATURE_MISMATCH);
    }

    /** A sender that changes its secret signs with the old and the new one for a while. */
    private static boolean contains(String signatures, MacTag expected) {
        return Arrays.stream(signatures.split(" ", -1))
                .filter(signature -> signature.startsWith(VERSION))
                .flatMap(signature -> MacTag.ofBase64(signature.substring(VERSION.length())).stream())
                .anyMatch(expected::equals);
    }
}
