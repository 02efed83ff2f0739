package io.koobridge.cli.explain;

import io.koobridge.cli.explain.ParameterMistake.Kind;
import io.koobridge.cli.explain.TokenCall.Reading;
import io.koobridge.crypto.callback.Rejection;
import io.koobridge.crypto.callback.v1.AuthToken;
import io.koobridge.crypto.callback.v1.TokenCheck;
import io.koobridge.crypto.key.AccessKey;
import io.koobridge.crypto.key.KeyRing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Explains the {@code authToken} of one V1 call. Pure: the same call and keys always have the same explanation. */
final class TokenExplanation {

    private final TokenCall call;
    private final List<Reading> readings;
    private final String timeStamp;
    private final TokenForm form;
    private final List<GivenKey> keys;

    /** What the library verified. */
    private record Proof(GivenKey key, Reading reading, Map<String, String> signed) {}

    private TokenExplanation(TokenCall call, List<GivenKey> keys) {
        this.call = call;
        this.readings = call.readings();
        this.timeStamp = documented().getOrDefault(AuthToken.TIME_STAMP, "");
        this.form = new TokenForm(call.token());
        this.keys = List.copyOf(keys);
    }

    /**
     * Which reading verifies, or why none does.
     *
     * @param keys those that the address is configured with, and others that may have been used by mistake
     */
    static Diagnosis of(TokenCall call, List<GivenKey> keys) {
        return new TokenExplanation(call, keys).diagnosis();
    }

    private Diagnosis diagnosis() {
        var proof = proof();
        var finding = proof.<Finding>map(
                        of -> new Finding.Verified(of.key(), of.reading().name()))
                .orElseGet(this::unverified);
        var checks = new ArrayList<>(new TokenChecks(call, timeStamp, form).all());
        checks.add(TokenConclusions.check(finding));
        return new Diagnosis(
                List.copyOf(checks),
                finding,
                TokenConclusions.sentence(call, checks, finding),
                TokenConclusions.advice(call, finding),
                proof.map(of -> shown(of.key(), of.reading(), of.signed())).orElseGet(() -> shown(finding)));
    }

    private Map<String, String> documented() {
        return readings.isEmpty() ? Map.of() : readings.getFirst().values();
    }

    /** In the library's words: what it verifies is right, whatever else would explain it. */
    private Optional<Proof> proof() {
        return keys.stream().filter(GivenKey::expected).flatMap(this::proof).findFirst();
    }

    private Stream<Proof> proof(GivenKey key) {
        return check(key) instanceof TokenCheck.Verified(var _key, var _token, var signed)
                ? readings.stream()
                        .filter(reading -> reading.values().equals(signed)
                                || TokenStrings.withoutBlank(reading.values()).equals(signed))
                        .limit(1)
                        .map(reading -> new Proof(key, reading, signed))
                : Stream.empty();
    }

    private TokenCheck check(GivenKey key) {
        return call.verify(KeyRing.of(new AccessKey("given", key.trimmed(), null)));
    }

    private Finding unverified() {
        if (readings.isEmpty()) {
            return new Finding.NotReached(
                    "the %s cannot be decoded".formatted(call.legible().name()));
        }
        if (form.isMissing() || timeStamp.isEmpty()) {
            return new Finding.NotReached("authToken or timeStamp is missing");
        }
        var token = form.token();
        if (token.isEmpty()) {
            return new Finding.NotReached("authToken is not 32 bytes in Base64");
        }
        return new TokenSearch(keys, timeStamp, TokenStrings.of(call))
                .find(token.get())
                .map(this::withForm)
                .orElseGet(Finding.Unexplained::new);
    }

    private Finding withForm(Finding.Explained explained) {
        var all = new ArrayList<>(explained.mistakes());
        form.mistake().ifPresent(all::add);
        if (all.isEmpty()) {
            doubtful(explained.key()).ifPresent(all::add);
        }
        return all.isEmpty()
                ? new Finding.NotReached("a parameter is repeated or timeStamp is malformed")
                : new Finding.Explained(explained.key(), List.copyOf(all));
    }

    /** Whether it is refused in the library's words, and why as far as that has a name. */
    private Optional<ParameterMistake> doubtful(GivenKey key) {
        return check(key).equals(new TokenCheck.Rejected(Rejection.AUTH_TOKEN_AMBIGUOUS))
                ? readings.stream()
                        .flatMap(reading -> call.boundaries().doubtful(reading.values()).stream())
                        .map(name -> new ParameterMistake(Kind.COULD_BE_SEVERAL, name))
                        .findFirst()
                : Optional.empty();
    }

    private @Nullable TokenValues shown(Finding finding) {
        var key = finding instanceof Finding.Explained(var maker, var _mistakes)
                ? Optional.of(maker)
                : keys.stream().findFirst();
        return readings.isEmpty()
                ? null
                : key.map(each -> shown(each, readings.getFirst(), call.signed(documented())))
                        .orElse(null);
    }

    private TokenValues shown(GivenKey key, Reading reading, Map<String, String> signed) {
        return new TokenValues(
                key.id(),
                reading.name().name(),
                "<key '%s'>%s".formatted(key.id(), timeStamp),
                TokenStrings.sorted(signed));
    }
}
