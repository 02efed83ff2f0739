package io.koobridge.cli.explain;

import io.koobridge.crypto.callback.v1.AuthToken;
import io.koobridge.crypto.callback.v1.Parameter;
import io.koobridge.crypto.callback.v1.QueryReading;
import io.koobridge.crypto.callback.v1.TokenCheck;
import io.koobridge.crypto.key.AccessKey;
import io.koobridge.crypto.key.KeyRing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Explains the {@code authToken} of one V1 query. Pure: the same query and keys always have the same explanation. */
public final class TokenExplanation {

    private final String query;
    private final Optional<List<Parameter>> parameters;
    private final Map<String, String> values;
    private final TokenForm form;
    private final List<GivenKey> keys;

    private TokenExplanation(String query, List<GivenKey> keys) {
        this.query = query;
        this.parameters = QueryReading.FORM.of(query);
        this.values = TokenStrings.signed(parameters.orElse(List.of()));
        this.form = parameters.orElse(List.of()).stream()
                .filter(each -> each.name().equals(AuthToken.NAME))
                .map(Parameter::value)
                .findFirst()
                .map(TokenForm::new)
                .orElse(new TokenForm(""));
        this.keys = List.copyOf(keys);
    }

    /**
     * Which reading verifies, or why none does.
     *
     * @param query undecoded, without the question mark
     * @param keys those that the address is configured with, and others that may have been used by mistake
     */
    public static Diagnosis of(String query, List<GivenKey> keys) {
        return new TokenExplanation(query, keys).diagnosis();
    }

    private Diagnosis diagnosis() {
        var finding = finding();
        var checks = new ArrayList<>(new TokenChecks(query, parameters, timeStamp(), form).all());
        checks.add(TokenConclusions.check(finding));
        return new Diagnosis(
                List.copyOf(checks),
                finding,
                TokenConclusions.sentence(checks, finding),
                TokenConclusions.advice(finding),
                shown(finding));
    }

    private String timeStamp() {
        return values.getOrDefault(AuthToken.TIME_STAMP, "");
    }

    private Finding finding() {
        if (parameters.isEmpty()) {
            return new Finding.NotReached("the query cannot be URL-decoded");
        }
        if (form.isMissing() || timeStamp().isEmpty()) {
            return new Finding.NotReached("authToken or timeStamp is missing");
        }
        var verified = verified();
        if (verified.isPresent()) {
            return verified.get();
        }
        var token = form.token();
        if (token.isEmpty()) {
            return new Finding.NotReached("authToken is not 32 bytes in Base64");
        }
        return new TokenSearch(keys, timeStamp(), TokenStrings.of(query))
                .find(token.get())
                .map(this::withForm)
                .orElseGet(Finding.Unexplained::new);
    }

    /** In the library's words: what it verifies is right, whatever else would explain it. */
    private Optional<Finding> verified() {
        return keys.stream()
                .filter(GivenKey::expected)
                .flatMap(key -> {
                    var accessKey = new AccessKey("given", key.trimmed(), null);
                    var check = AuthToken.verify(query, KeyRing.of(accessKey), Instant.EPOCH);
                    return check instanceof TokenCheck.Verified(var _key, var _token, var signed)
                            ? reading(signed).map(reading -> (Finding) new Finding.Verified(key, reading)).stream()
                            : Optional.<Finding>empty().stream();
                })
                .findFirst();
    }

    private Optional<QueryReading> reading(Map<String, String> signed) {
        return List.of(QueryReading.values()).stream()
                .filter(reading -> reading.of(query)
                        .map(TokenStrings::signed)
                        .filter(all -> all.equals(signed)
                                || TokenStrings.withoutBlank(all).equals(signed))
                        .isPresent())
                .findFirst();
    }

    private Finding withForm(Finding.Explained explained) {
        var all = new ArrayList<>(explained.mistakes());
        form.mistake().ifPresent(all::add);
        return all.isEmpty()
                ? new Finding.NotReached("a parameter is repeated or timeStamp is malformed")
                : new Finding.Explained(explained.key(), List.copyOf(all));
    }

    private @Nullable TokenValues shown(Finding finding) {
        var key =
                switch (finding) {
                    case Finding.Verified(var verified, var _reading) -> Optional.of(verified);
                    case Finding.Explained(var maker, var _mistakes) -> Optional.of(maker);
                    case Finding.Unexplained(), Finding.NotReached _ ->
                        keys.stream().findFirst();
                };
        var reading = finding instanceof Finding.Verified(var _key, var form)
                ? QueryReading.valueOf(form.name())
                : QueryReading.FORM;
        var text =
                TokenStrings.sorted(reading.of(query).map(TokenStrings::signed).orElse(Map.of()));
        return key.map(each -> new TokenValues(
                        each.id(), reading.name(), "<key '%s'>%s".formatted(each.id(), timeStamp()), text))
                .orElse(null);
    }
}
