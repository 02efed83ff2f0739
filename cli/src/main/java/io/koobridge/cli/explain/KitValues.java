package io.koobridge.cli.explain;

/**
 * What the kit's signature is made of, as far as it may be shown.
 *
 * @param keyId whose key it is about
 * @param payload which form of the body
 * @param canonicalRequest what is signed; the key is masked, and the payload, which may be long, is left out
 */
public record KitValues(String keyId, String payload, int payloadBytes, String payloadSha256, String canonicalRequest)
        implements Intermediate {

    @Override
    public String text() {
        return """

                payload            %s, %d bytes, SHA-256 %s
                canonical request  %s
                """.formatted(payload, payloadBytes, payloadSha256, canonicalRequest);
    }
}
