package io.koobridge.gateway.fuzz;

/**
 * What the signature's formula is made from.
 *
 * @param sorted over the canonical form, where there is one
 */
record Signed(String secret, String nonce, String timestamp, boolean sorted) {

    String over(byte[] body) {
        var payload = sorted ? Signing.canonical(body).orElse(body) : body;
        return Signing.sign(secret, nonce, timestamp, payload);
    }

    Signed withSecret(String other) {
        return new Signed(other, nonce, timestamp, sorted);
    }

    Signed withNonce(String other) {
        return new Signed(secret, other, timestamp, sorted);
    }

    Signed withTimestamp(String other) {
        return new Signed(secret, nonce, other, sorted);
    }

    Signed withSorted() {
        return new Signed(secret, nonce, timestamp, true);
    }
}
