package io.koobridge.crypto.callback.kit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.koobridge.crypto.callback.Rejection;
import io.koobridge.crypto.callback.v2.CanonicalForm;
import io.koobridge.crypto.callback.v2.ParameterCheck;
import io.koobridge.crypto.callback.v2.SignatureParameters;
import io.koobridge.crypto.callback.v2.SignedParameters;
import io.koobridge.crypto.callback.v2.Verification;
import io.koobridge.crypto.key.AccessKey;
import io.koobridge.crypto.key.KeyRing;
import io.koobridge.crypto.mac.HmacSha256;
import io.koobridge.crypto.mac.MacTag;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The signature of the kit's V2 edition, both sides (tenant-sync §3.1). It is not that of the V2 base interfaces: it comes in headers, and the payload is
 * signed itself, not its digest.
 *
 * <pre>
 * x-sign = HEX(HMAC-SHA256(accessKey, accessKey || nonce || timestamp || payload))
 * </pre>
 */
public final class KitSignature {

    public static final String SIGN = "x-sign";
    public static final String TIMESTAMP = "x-timestamp";
    public static final String NONCE = "x-nonce";

    /** In the order in which they are tried. */
    private static final List<CanonicalForm> FORMS = List.of(
            CanonicalForm.SORTED, CanonicalForm.RAW, CanonicalForm.SORTED_THROUGHOUT, CanonicalForm.SORTED_WITH_NULLS);

    private KitSignature() {}

    /**
     * Checks presence, form and age of the three headers, as {@link SignatureParameters} does in a query.
     *
     * @param headers all values that came under a name
     * @param now the real clock
     */
    public static ParameterCheck check(Function<String, List<String>> headers, Instant now) {
        return SignatureParameters.check(
                Map.of(
                        SignatureParameters.SIGNATURE, headers.apply(SIGN),
                        SignatureParameters.TIMESTAMP, headers.apply(TIMESTAMP),
                        SignatureParameters.NONCE, headers.apply(NONCE)),
                now);
    }

    /**
     * Tries each form that the body has, each with every active key. Never throws, whatever the body is; the caller bounds its size. For a body that
     * nobody signed it takes as long as reading it three times.
     *
     * @param now decides which keys are active; the time window was checked with the headers
     */
    public static Verification verify(SignedParameters parameters, byte[] body, KeyRing keys, Instant now) {
        List<AccessKey> active = keys.active(now);
        if (active.isEmpty()) {
            return new Verification.Rejected(Rejection.NO_ACTIVE_KEY);
        }
        for (CanonicalForm form : FORMS) {
            Optional<AccessKey> signer = payload(form, body).flatMap(payload -> signer(parameters, payload, active));
            if (signer.isPresent()) {
                return new Verification.Verified(signer.get(), form);
            }
        }
        return new Verification.Rejected(Rejection.SIGNATURE_MISMATCH);
    }

    /**
     * Signs as the marketplace does.
     *
     * @param timestamp Unix time in milliseconds as decimal digits, as it will be sent
     * @param payload the body in the form that is signed
     * @return 64 upper-case hexadecimal digits
     */
    public static String sign(AccessKey key, String nonce, String timestamp, byte[] payload) {
        return tag(key, nonce, timestamp, payload).hex().toUpperCase(Locale.ROOT);
    }

    private static Optional<byte[]> payload(CanonicalForm form, byte[] body) {
        return switch (form) {
            case RAW -> Optional.of(body);
            case SORTED -> KitBody.sorted(body);
            case SORTED_THROUGHOUT -> KitBody.sortedThroughout(body);
            case SORTED_WITH_NULLS -> KitBody.sortedWithNulls(body);
        };
    }

    private static Optional<AccessKey> signer(SignedParameters parameters, byte[] payload, List<AccessKey> keys) {
        return keys.stream()
                .filter(key -> tag(key, parameters.nonce(), parameters.timestamp(), payload)
                        .equals(parameters.signature()))
                .findFirst();
    }

    private static MacTag tag(AccessKey key, String nonce, String timestamp, byte[] payload) {
        byte[] secret = key.secretBytes();
        return HmacSha256.of(secret, secret, nonce.getBytes(UTF_8), timestamp.getBytes(UTF_8), payload);
    }
}
