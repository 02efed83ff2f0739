package io.koobridge.cli.explain;

import io.koobridge.crypto.callback.v1.AuthToken;
import io.koobridge.crypto.callback.v1.BodyReading;
import io.koobridge.crypto.callback.v1.Parameter;
import io.koobridge.crypto.callback.v1.TokenCheck;
import io.koobridge.crypto.key.KeyRing;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A POST (saas-v1 §4, §7.2).
 *
 * @param header {@code authToken}, if there was one
 * @param body the exact bytes
 * @param tokenInQuery where nobody looks for it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record TokenBody(@Nullable String header, byte[] body, boolean tokenInQuery) implements TokenCall {

    @Override
    public Optional<List<Parameter>> parameters() {
        return BodyReading.PLAIN.of(body);
    }

    @Override
    public String token() {
        return AuthToken.token(header, parameters().orElse(List.of()));
    }

    @Override
    public List<Reading> readings() {
        return Arrays.stream(BodyReading.values())
                .flatMap(
                        reading -> reading.of(body).map(all -> new Reading(reading, TokenStrings.values(all))).stream())
                .toList();
    }

    @Override
    public Map<String, String> signed(Map<String, String> values) {
        return TokenStrings.withoutBlank(values);
    }

    @Override
    public Optional<String> whole() {
        return Payloads.text(body);
    }

    @Override
    public Set<String> repeated() {
        return TokenStrings.repeated(parameters().orElse(List.of()));
    }

    @Override
    public TokenCheck verify(KeyRing keys) {
        return AuthToken.verifyBody(header, body, keys, Instant.EPOCH);
    }

    @Override
    public Check legible() {
        var name = "body";
        if (body.length > SignatureRule.BASE.mostBytes()) {
            return Check.wrong(
                    name,
                    "%d bytes: a gateway reads at most %d".formatted(body.length, SignatureRule.BASE.mostBytes()));
        }
        return parameters()
                .map(all ->
                        Check.right(name, "one JSON object, %d members, %d bytes".formatted(all.size(), body.length)))
                .orElseGet(() -> Check.wrong(
                        name,
                        body.length == 0
                                ? "it is empty; the parameters of a POST are members of its body"
                                : "%d bytes that are not one JSON object in UTF-8 of at most %d members"
                                        .formatted(body.length, Parameter.MOST)));
    }

    @Override
    public String placeOfToken() {
        return tokenInQuery
                ? "authToken stands in the query, where nobody looks for that of a POST"
                : "authToken is missing, in the header and in the body; the member's name counts with its case";
    }

    @Override
    public String condition() {
        return ", if it is told to accept a POST (v1.accept-post)";
    }

    @Override
    public String advice() {
        return "Send one JSON object in UTF-8, each member once and timeStamp among them, and the token in the header authToken.";
    }
}
