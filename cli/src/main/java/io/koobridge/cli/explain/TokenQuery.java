package io.koobridge.cli.explain;

import io.koobridge.crypto.callback.v1.AuthToken;
import io.koobridge.crypto.callback.v1.Parameter;
import io.koobridge.crypto.callback.v1.QueryReading;
import io.koobridge.crypto.callback.v1.TokenCheck;
import io.koobridge.crypto.key.KeyRing;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A GET (saas-v1 §7.1).
 *
 * @param query undecoded, without the question mark
 */
record TokenQuery(String query) implements TokenCall {

    @Override
    public Optional<List<Parameter>> parameters() {
        return QueryReading.FORM.of(query);
    }

    @Override
    public String token() {
        return AuthToken.token(null, parameters().orElse(List.of()));
    }

    @Override
    public List<Reading> readings() {
        return Arrays.stream(QueryReading.values())
                .flatMap(reading ->
                        reading.of(query).map(all -> new Reading(reading, TokenStrings.values(all))).stream())
                .toList();
    }

    @Override
    public Map<String, String> signed(Map<String, String> values) {
        return values;
    }

    @Override
    public Optional<String> whole() {
        return Optional.empty();
    }

    @Override
    public Set<String> repeated() {
        var repeated = new LinkedHashSet<String>();
        for (var reading : List.of(QueryReading.FORM, QueryReading.PERCENT)) {
            repeated.addAll(TokenStrings.repeated(reading.of(query).orElse(List.of())));
        }
        return repeated;
    }

    @Override
    public TokenCheck verify(KeyRing keys) {
        return AuthToken.verify(query, keys, Instant.EPOCH);
    }

    @Override
    public Check legible() {
        var name = "query";
        return parameters()
                .map(all -> Check.right(name, "%d parameters, %d characters".formatted(all.size(), query.length())))
                .orElseGet(
                        () -> Check.wrong(name, "a '%' without two hexadecimal digits, or bytes that are not UTF-8"));
    }

    @Override
    public String placeOfToken() {
        return "authToken is missing; its name counts with its case";
    }

    @Override
    public String condition() {
        return "";
    }

    @Override
    public String advice() {
        return "Send every parameter once, timeStamp and authToken among them, percent-encoded as UTF-8.";
    }
}
