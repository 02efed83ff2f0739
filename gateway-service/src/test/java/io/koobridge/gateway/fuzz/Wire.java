package io.koobridge.gateway.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;

/**
 * A call as it is sent.
 *
 * @param query undecoded
 * @param formula what it had been signed with, before its parameters were changed
 */
@SuppressWarnings("ArrayRecordComponent") // sent, never compared
record Wire(Place place, String method, String query, byte[] body, Signed formula) implements Sent {

    /** Another body under the nonce of this one, by the same key. */
    Wire replaced() {
        var other = (new String(body, UTF_8) + " ").getBytes(UTF_8);
        var signature = Signing.sign(formula.secret(), formula.nonce(), formula.timestamp(), other);
        return new Wire(place, "POST", Query.of(formula, signature).text(), other, formula);
    }

    @Override
    public String toString() {
        var text = new String(body, UTF_8);
        var shown = text.length() > 2_000 ? text.substring(0, 2_000) + "… (%d bytes)".formatted(body.length) : text;
        var hex = body.length <= 400
                ? "%n  body, hexadecimal: %s".formatted(HexFormat.of().formatHex(body))
                : "";
        return "%s %s?%s%n  body: %s%s".formatted(method, place.address().path(), query, shown, hex);
    }
}
