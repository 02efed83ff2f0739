package io.koobridge.crypto.callback.v2;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.koobridge.crypto.callback.Rejection;
import io.koobridge.crypto.callback.v2.Verification.Rejected;
import io.koobridge.crypto.callback.v2.Verification.Verified;
import io.koobridge.crypto.key.AccessKey;
import io.koobridge.crypto.key.KeyRing;
import io.koobridge.crypto.mac.HmacSha256;
import io.koobridge.crypto.mac.MacTag;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The V2 body signature, both sides (saas-v2 §7.3):
 *
 * <pre>
 * inner     = HEX(HMAC-SHA256(accessKey, body))
 * signature = HEX(HMAC-SHA256(accessKey, accessKey || nonce || timestamp || inner))
 * </pre>
 */
public final class BodySignature {

    private BodySignature() {}

    /**
     * Tries the raw body, then its canonical form, each with every active key. Never throws, whatever the body is; the caller bounds its
     * size.
     *
     * @param now decides which keys are active; the time window was checked with the parameters
     */
    public static Verification verify(SignedParameters parameters, byte[] body, KeyRing keys, Instant now) {
        List<AccessKey> active = keys.active(now);
        if (active.isEmpty()) {
            return new Rejected(Rejection.NO_ACTIVE_KEY);
        }
        return signer(parameters, body, active)
                .<Verification>map(key -> new Verified(key, CanonicalForm.RAW))
                .or(() -> CanonicalBody.of(body)
                        .filter(canonical -> !Arrays.equals(canonical, body))
                        .flatMap(canonical -> signer(parameters, canonical, active))
                        .map(key -> new Verified(key, CanonicalForm.SORTED)))
                .orElseGet(() -> new Rejected(Rejection.SIGNATURE_MISMATCH));
    }

    /**
     * Signs as the marketplace does.
     *
     * @param timestamp Unix time as decimal digits, as it will be sent
     * @param body the exact bytes that will be sent
     * @return 64 lower-case hexadecimal digits
     */
    public static String sign(AccessKey key, String nonce, String timestamp, byte[] body) {
        return tag(key, nonce, timestamp, body).hex();
    }

    private static Optional<AccessKey> signer(SignedParameters parameters, byte[] payload, List<AccessKey> keys) {
        return keys.stream()
                .filter(key -> tag(key, parameters.nonce(), parameters.timestamp(), payload)
                        .equals(parameters.signature()))
                .findFirst();
    }

    private static MacTag tag(AccessKey key, String nonce, String timestamp, byte[] payload) {
        byte[] secret = key.secretBytes();
        // Lower case is part of the formula here; only the outer digest may come in either case.
        String inner = HmacSha256.of(secret, payload).hex();
        return HmacSha256.of(secret, secret, nonce.getBytes(UTF_8), timestamp.getBytes(UTF_8), inner.getBytes(UTF_8));
    }
}
