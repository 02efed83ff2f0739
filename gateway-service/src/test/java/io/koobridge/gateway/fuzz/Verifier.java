package io.koobridge.gateway.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.koobridge.crypto.key.AccessKey;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether a call is the marketplace's: saas-v2 §7.5 in its order, with design §10 for what it leaves open. */
final class Verifier {

    private static final int LONGEST_BODY = 256 * 1024;
    private static final Instant FIRST_V2_CALL = Instant.parse("2022-01-01T00:00:00Z");

    private Verifier() {}

    sealed interface Verdict {

        /** By this key, with these texts. */
        record Genuine(AccessKey key, String nonce, String timestamp, Instant signedAt) implements Verdict {}

        record Wrong(String code) implements Verdict {}
    }

    private static final Verdict PARAMETER = new Verdict.Wrong("000002");
    private static final Verdict NOT_AUTHENTIC = new Verdict.Wrong("000001");

    static Verdict verify(Sent wire) {
        var signatures = values(wire.query(), "signature");
        var timestamps = values(wire.query(), "timestamp");
        var nonces = values(wire.query(), "nonce");
        if (!wire.method().equals("POST") || signatures.size() > 1 || timestamps.size() > 1 || nonces.size() > 1) {
            return PARAMETER;
        }
        var timestamp = timestamps.isEmpty() ? "" : timestamps.getFirst();
        var nonce = nonces.isEmpty() ? "" : nonces.getFirst();
        var signature = signatures.isEmpty() ? "" : signatures.getFirst();
        if (!timestamp.matches("[0-9]{10}|[0-9]{13}") || nonce.isBlank() || nonce.length() > 256) {
            return PARAMETER;
        }
        if (signature.isEmpty()) {
            return NOT_AUTHENTIC;
        }
        var millis = Long.parseLong(timestamp) * (timestamp.length() == 10 ? 1_000 : 1);
        if (Math.abs(millis - Place.NOW.toEpochMilli()) > 60_000) {
            return PARAMETER;
        }
        if (mayBeCutElsewhere(nonce, timestamp) || !signature.matches("[0-9a-fA-F]{64}")) {
            return NOT_AUTHENTIC;
        }
        if (wire.body().length > LONGEST_BODY) {
            return PARAMETER;
        }
        return key(wire, signature, nonce, timestamp)
                .<Verdict>map(key -> new Verdict.Genuine(key, nonce, timestamp, Instant.ofEpochMilli(millis)))
                .orElse(NOT_AUTHENTIC);
    }

    private static Optional<AccessKey> key(Sent wire, String signature, String nonce, String timestamp) {
        var payloads = new ArrayList<byte[]>(List.of(wire.body()));
        // Costs more than the signature, so only where the raw bytes are not right.
        for (int form = 0; form < payloads.size(); form++) {
            for (var key : wire.place().goodKeys()) {
                if (Signing.sign(key.secret(), nonce, timestamp, payloads.get(form))
                        .equalsIgnoreCase(signature)) {
                    return Optional.of(key);
                }
            }
            if (form == 0) {
                Signing.canonical(wire.body()).ifPresent(payloads::add);
            }
        }
        return Optional.empty();
    }

    /** An old call in milliseconds whose nonce took over the first three digits of its time. */
    private static boolean mayBeCutElsewhere(String nonce, String timestamp) {
        if (timestamp.length() != 10 || !nonce.matches("(?s).+[0-9]{3}")) {
            return false;
        }
        var older = Instant.ofEpochMilli(Long.parseLong(nonce.substring(nonce.length() - 3) + timestamp));
        return older.isAfter(FIRST_V2_CALL) && older.isBefore(Place.NOW);
    }

    /** Decoded. */
    static List<String> values(String query, String name) {
        var values = new ArrayList<String>();
        for (var pair : query.split("&", -1)) {
            var parts = pair.split("=", 2);
            if (!pair.isEmpty() && decoded(parts[0]).equals(name)) {
                values.add(parts.length == 1 ? "" : decoded(parts[1]));
            }
        }
        return values;
    }

    private static String decoded(String text) {
        var bytes = new ByteArrayOutputStream();
        for (int at = 0; at < text.length(); ) {
            int character = text.codePointAt(at);
            var digits = at + 3 <= text.length() ? text.substring(at + 1, at + 3) : "";
            if (character == '%' && digits.matches("[0-9a-fA-F]{2}")) {
                bytes.write(Integer.parseInt(digits, 16));
                at += 3;
            } else {
                bytes.writeBytes((character == '+' ? " " : Character.toString(character)).getBytes(UTF_8));
                at += Character.charCount(character);
            }
        }
        return bytes.toString(UTF_8);
    }
}
