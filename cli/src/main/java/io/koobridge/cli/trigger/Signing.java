package io.koobridge.cli.trigger;

import io.koobridge.crypto.callback.v2.BodySignature;
import io.koobridge.crypto.callback.v2.SignatureParameters;
import io.koobridge.crypto.key.AccessKey;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;

/** Signs as the marketplace does: three query parameters over the exact body (saas-v2 §7.3). */
record Signing(AccessKey key, Clock clock, Randomness random) {

    Exchange.Request sign(URI address, String body) {
        String nonce = random.nonce();
        String timestamp = Long.toString(clock.millis());
        String signature = BodySignature.sign(key, nonce, timestamp, body.getBytes(StandardCharsets.UTF_8));
        var signed = URI.create("%s?%s=%s&%s=%s&%s=%s"
                .formatted(
                        address,
                        SignatureParameters.SIGNATURE,
                        signature.toUpperCase(Locale.ROOT),
                        SignatureParameters.TIMESTAMP,
                        timestamp,
                        SignatureParameters.NONCE,
                        nonce));
        return new Exchange.Request("POST", signed, body);
    }
}
