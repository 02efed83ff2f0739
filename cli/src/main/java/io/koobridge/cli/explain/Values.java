package io.koobridge.cli.explain;

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

    @Override
    public String text() {
        return """

                payload            %s, %d bytes, SHA-256 %s
                inner digest       %s
                canonical request  %s
                """.formatted(payload, payloadBytes, payloadSha256, innerDigest, canonicalRequest);
    }
}
