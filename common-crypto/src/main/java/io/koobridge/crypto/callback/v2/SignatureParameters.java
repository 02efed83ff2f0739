package io.koobridge.crypto.callback.v2;

import io.koobridge.crypto.callback.Rejection;
import io.koobridge.crypto.callback.v2.ParameterCheck.Complete;
import io.koobridge.crypto.callback.v2.ParameterCheck.Rejected;
import io.koobridge.crypto.mac.MacTag;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Checks presence, form and age of {@code signature}, {@code timestamp} and {@code nonce}. It costs next to nothing, so that a stranger's
 * call is refused before its body is read (design §3.1). The order of the checks is that of saas-v2 §7.5; it decides which of several
 * mistakes is reported.
 */
public final class SignatureParameters {

    public static final String SIGNATURE = "signature";
    public static final String TIMESTAMP = "timestamp";
    public static final String NONCE = "nonce";

    /** How far the time stamp may lie from now, in both directions and inclusive (saas-v2 §7.2). */
    public static final Duration WINDOW = Duration.ofSeconds(60);

    /** Four times the longest nonce ever seen (saas-v2 §7.2); nonces are remembered, so they must not be of any size. */
    public static final int LONGEST_NONCE = 256;

    private SignatureParameters() {}

    /**
     * Checks without side effect, and is total: any query has an outcome.
     *
     * @param query the decoded query parameters; others are ignored. An empty value counts as missing
     * @param now the real clock, never a business clock
     */
    public static ParameterCheck check(Map<String, ? extends List<? extends @Nullable String>> query, Instant now) {
        if (isRepeated(query, SIGNATURE) || isRepeated(query, TIMESTAMP) || isRepeated(query, NONCE)) {
            return new Rejected(Rejection.PARAMETER_REPEATED);
        }
        return check(value(query, SIGNATURE), value(query, TIMESTAMP), value(query, NONCE), now);
    }

    private static ParameterCheck check(String signature, String timestamp, String nonce, Instant now) {
        Optional<Rejection> unreadable = Timestamp.flaw(timestamp).or(() -> flawOfNonce(nonce));
        if (unreadable.isPresent()) {
            return new Rejected(unreadable.get());
        }
        if (signature.isEmpty()) {
            return new Rejected(Rejection.SIGNATURE_MISSING);
        }
        Instant signedAt = Timestamp.instant(timestamp);
        if (signedAt.isBefore(now.minus(WINDOW))) {
            return new Rejected(Rejection.CLOCK_BEHIND);
        }
        if (signedAt.isAfter(now.plus(WINDOW))) {
            return new Rejected(Rejection.CLOCK_AHEAD);
        }
        if (Timestamp.mayHideAnOlderOne(nonce, timestamp, now)) {
            return new Rejected(Rejection.REPLAY_SUSPECTED);
        }
        return MacTag.ofHex(signature)
                .<ParameterCheck>map(tag -> new Complete(new SignedParameters(tag, timestamp, nonce, signedAt)))
                .orElseGet(() -> new Rejected(Rejection.SIGNATURE_MALFORMED));
    }

    private static Optional<Rejection> flawOfNonce(String nonce) {
        if (nonce.isBlank()) {
            return Optional.of(Rejection.NONCE_MISSING);
        }
        if (nonce.length() > LONGEST_NONCE) {
            return Optional.of(Rejection.NONCE_TOO_LONG);
        }
        // A lone surrogate becomes "?" in UTF-8: two nonces would share one signature.
        boolean encodable = StandardCharsets.UTF_8.newEncoder().canEncode(nonce);
        return encodable ? Optional.empty() : Optional.of(Rejection.NONCE_MALFORMED);
    }

    private static boolean isRepeated(Map<String, ? extends List<? extends @Nullable String>> query, String name) {
        List<? extends @Nullable String> values = query.get(name);
        return values != null && values.size() > 1;
    }

    private static String value(Map<String, ? extends List<? extends @Nullable String>> query, String name) {
        List<? extends @Nullable String> values = query.get(name);
        String value = values == null || values.isEmpty() ? null : values.getFirst();
        return value == null ? "" : value;
    }
}
