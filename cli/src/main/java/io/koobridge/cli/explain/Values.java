package io.koobridge.cli.explain;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * What the signature is made of, as far as it may be shown.
 *
 * @param keyId whose key made the inner digest
 * @param payload {@code raw} or {@code canonical}: which reading of the body this is about
 * @param innerDigest what the inner step gives with that key
 * @param canonicalRequest what the outer step signs; the key is masked
 */
public record Values(
        String keyId,
        String payload,
        int payloadBytes,
        String payloadSha256,
        String innerDigest,
        String canonicalRequest)
        implements Intermediate {

    /**
     * Of the base interfaces.
     *
     * @param begin of what is signed
     */
    static Values of(GivenKey key, String reading, byte[] payload, String digest, String begin) {
        var inner = Formula.Ingredients.of(key.trimmed().getBytes(UTF_8), payload)
                .inner()
                .hex();
        return new Values(key.id(), reading, payload.length, digest, inner, begin + inner);
    }

    @Override
    public String text() {
        return """

                payload            %s, %d bytes, SHA-256 %s
                inner digest       %s
                canonical request  %s
                """.formatted(payload, payloadBytes, payloadSha256, innerDigest, canonicalRequest);
    }
}
