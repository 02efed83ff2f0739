package io.koobridge.cli.explain;

import io.koobridge.crypto.callback.CompactJson;
import io.koobridge.crypto.callback.Rejection;
import io.koobridge.crypto.callback.v1.AuthToken;
import io.koobridge.crypto.callback.v1.BodyReading;
import io.koobridge.crypto.callback.v1.Boundaries;
import io.koobridge.crypto.callback.v1.Parameter;
import io.koobridge.crypto.callback.v1.TokenCheck;
import io.koobridge.crypto.key.KeyRing;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A call of the joint-operations kit in V1 (tenant-sync §3.2).
 *
 * @param header {@code authToken}, if there was one
 * @param body the exact bytes
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record TokenKitBody(@Nullable String header, byte[] body) implements TokenCall {

    @Override
    public Optional<List<Parameter>> parameters() {
        return read(BodyReading.PLAIN);
    }

    @Override
    public String token() {
        return AuthToken.token(header, List.of());
    }

    @Override
    public List<Reading> readings() {
        return Arrays.stream(BodyReading.values())
                .flatMap(reading -> read(reading).map(all -> new Reading(reading, TokenStrings.values(all))).stream())
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

    /** Of a name that repeats the last one counts. */
    @Override
    public Set<String> repeated() {
        return Set.of();
    }

    @Override
    public TokenCheck verify(KeyRing keys) {
        return token().isEmpty()
                ? new TokenCheck.Rejected(Rejection.AUTH_TOKEN_MISSING)
                : AuthToken.verifyKit(header, body, keys, Instant.EPOCH);
    }

    @Override
    public Boundaries boundaries() {
        return Boundaries.KIT;
    }

    @Override
    public Check legible() {
        var name = "body";
        if (body.length > SignatureRule.KIT.mostBytes()) {
            return Check.wrong(
                    name, "%d bytes: a gateway reads at most %d".formatted(body.length, SignatureRule.KIT.mostBytes()));
        }
        return parameters()
                .map(all ->
                        Check.right(name, "one JSON object, %d members, %d bytes".formatted(all.size(), body.length)))
                .orElseGet(() -> Check.wrong(
                        name,
                        body.length == 0
                                ? "it is empty"
                                : "%d bytes that are not one JSON object in UTF-8 of at most %d members"
                                        .formatted(body.length, Parameter.MOST)));
    }

    @Override
    public String placeOfToken() {
        return "authToken is missing in the header, where alone it counts";
    }

    @Override
    public String names() {
        return "authToken is there; of a member whose name repeats the last one counts";
    }

    @Override
    public String condition() {
        return "";
    }

    @Override
    public String advice() {
        return "Send one JSON object in UTF-8 with timeStamp among its members, and the token in the header authToken.";
    }

    private Optional<List<Parameter>> read(BodyReading reading) {
        return reading.of(CompactJson.withoutMark(body)).map(all -> {
            var last = new LinkedHashMap<String, Parameter>();
            all.forEach(each -> last.put(each.name(), each));
            return List.copyOf(last.values());
        });
    }
}
