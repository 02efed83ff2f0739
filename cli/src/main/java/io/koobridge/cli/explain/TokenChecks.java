package io.koobridge.cli.explain;

import static io.koobridge.cli.explain.Check.notReached;
import static io.koobridge.cli.explain.Check.right;
import static io.koobridge.cli.explain.Check.wrong;

import io.koobridge.crypto.callback.v1.AuthToken;
import io.koobridge.crypto.callback.v1.Parameter;
import io.koobridge.crypto.callback.v1.QueryReading;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What can be said of a V1 query without a key. */
final class TokenChecks {

    static final String FORM = "token form";

    private final String query;
    private final Optional<List<Parameter>> parameters;
    private final String timeStamp;
    private final TokenForm token;

    TokenChecks(String query, Optional<List<Parameter>> parameters, String timeStamp, TokenForm token) {
        this.query = query;
        this.parameters = parameters;
        this.timeStamp = timeStamp;
        this.token = token;
    }

    List<Check> all() {
        return List.of(queryCheck(), namesCheck(), timeStampCheck(), formCheck());
    }

    private Check queryCheck() {
        return parameters
                .map(all -> right("query", "%d parameters, %d characters".formatted(all.size(), query.length())))
                .orElseGet(() -> wrong("query", "a '%' without two hexadecimal digits, or bytes that are not UTF-8"));
    }

    private Check namesCheck() {
        var name = "parameters";
        if (parameters.isEmpty()) {
            return notReached(name, "the query cannot be decoded");
        }
        var repeated = repeated();
        if (!repeated.isEmpty()) {
            return wrong(name, "sent more than once: " + String.join(", ", repeated));
        }
        return token.isMissing()
                ? wrong(name, "authToken is missing; its name counts with its case")
                : right(name, "authToken is there, and no name is repeated");
    }

    private Set<String> repeated() {
        var repeated = new LinkedHashSet<String>();
        for (var reading : List.of(QueryReading.FORM, QueryReading.PERCENT)) {
            var names = new LinkedHashSet<String>();
            reading.of(query).orElse(List.of()).stream()
                    .map(Parameter::name)
                    .filter(each -> !names.add(each))
                    .forEach(repeated::add);
        }
        return repeated;
    }

    private Check timeStampCheck() {
        if (timeStamp.isEmpty()) {
            return wrong(AuthToken.TIME_STAMP, "it is missing; its name counts with its case");
        }
        return timeStamp.matches("[0-9]{14,20}")
                ? right(AuthToken.TIME_STAMP, "%d digits; V1 has no time window".formatted(timeStamp.length()))
                : wrong(AuthToken.TIME_STAMP, "it does not have 14 to 20 digits");
    }

    private Check formCheck() {
        if (token.isMissing()) {
            return notReached(FORM, "there is no authToken");
        }
        if (token.token().isEmpty()) {
            return wrong(
                    FORM,
                    "%d characters that are not the Base64 of 32 bytes"
                            .formatted(token.received().length()));
        }
        return token.mistake()
                .map(mistake -> wrong(FORM, mistake.what()))
                .orElseGet(() -> right(
                        FORM,
                        token.hasLostItsPluses()
                                ? "Base64 of 32 bytes; its '+' arrived as a space, which a gateway repairs"
                                : "Base64 of 32 bytes"));
    }
}
