package io.koobridge.cli.explain;

/**
 * What a V1 token is made of, as far as it may be shown.
 *
 * @param keyId whose key it would be
 * @param reading how the query was read
 * @param hmacKey the key is masked
 * @param stringToSign the call's own parameters, sorted and joined
 */
public record TokenValues(String keyId, String reading, String hmacKey, String stringToSign) implements Intermediate {

    @Override
    public String text() {
        return """

                reading         %s
                HMAC key        %s
                string to sign  %s
                """.formatted(reading, hmacKey, stringToSign);
    }
}
