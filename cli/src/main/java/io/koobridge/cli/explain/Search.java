package io.koobridge.cli.explain;

import io.koobridge.cli.explain.Formula.Ingredients;
import io.koobridge.cli.explain.Payloads.Payload;
import io.koobridge.crypto.callback.v2.SignatureParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tries which mistakes lead to a signature: none, then each alone, then each two. A match is as good as certain, for nothing
 * else gives the same 32 bytes; where two ways of signing give the same bytes, they made no difference.
 */
final class Search {

    private static final int MISTAKES_AT_MOST = 2;
    private static final int FEW = 10;

    private final int mistakesAtMost;
    private final List<GivenKey> keys;
    private final List<Formula.Tried> formulas;
    private final List<Payload> payloads;
    private final List<Guess> nonces;
    private final List<Guess> timestamps;

    /** What made the signature. */
    record Match(GivenKey key, List<Mistake> mistakes) {}

    Search(List<GivenKey> keys, SignatureRule rule, byte[] body, QueryParameters parameters) {
        this.mistakesAtMost = body.length > Payloads.LONG ? 1 : MISTAKES_AT_MOST;
        this.keys = keys;
        this.formulas = rule.formulas();
        this.payloads = rule.payloads(body);
        this.nonces = Guess.nonces(parameters, SignatureParameters.NONCE);
        this.timestamps = Guess.timestamps(parameters.value(SignatureParameters.TIMESTAMP));
    }

    /**
     * The fewest mistakes that make it.
     *
     * @param signature 64 lower-case hexadecimal digits
     */
    Optional<Match> find(String signature) {
        for (int mistakes = 0; mistakes <= mistakesAtMost; mistakes++) {
            for (var key : keys) {
                for (var secret : Guess.keys(key)) {
                    var match = find(signature, key, secret, mistakes);
                    if (match.isPresent()) {
                        return match;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Match> find(String signature, GivenKey key, Guess secret, int mistakes) {
        for (var payload : payloads) {
            if (count(secret.mistake(), payload.mistake()) > mistakes) {
                continue;
            }
            var ingredients = Ingredients.of(secret.bytes(), payload.bytes());
            for (var tried : formulas) {
                int made = count(secret.mistake(), payload.mistake(), tried.mistake());
                var parameters = parameters(made, mistakes - made).stream()
                        .filter(some -> signature.equals(tried.formula()
                                .signature(ingredients.with(
                                        some.nonce().bytes(), some.timestamp().bytes()))))
                        .findFirst();
                if (parameters.isPresent()) {
                    return Optional.of(new Match(
                            key,
                            made(
                                    secret.mistake(),
                                    tried.mistake(),
                                    parameters.get().nonce().mistake(),
                                    parameters.get().timestamp().mistake(),
                                    payload.mistake())));
                }
            }
        }
        return Optional.empty();
    }

    private record Parameters(Guess nonce, Guess timestamp) {}

    /** Nonces and time stamps with exactly so many mistakes. The many milliseconds of a second are tried for themselves alone. */
    private List<Parameters> parameters(int others, int mistakes) {
        var tried = others > 0 && timestamps.size() > FEW ? timestamps.subList(0, 1) : timestamps;
        return nonces.stream()
                .flatMap(nonce -> tried.stream().map(timestamp -> new Parameters(nonce, timestamp)))
                .filter(some -> count(some.nonce().mistake(), some.timestamp().mistake()) == mistakes)
                .toList();
    }

    private static int count(@Nullable Mistake... mistakes) {
        return (int) Stream.of(mistakes).filter(Objects::nonNull).count();
    }

    private static List<Mistake> made(@Nullable Mistake... mistakes) {
        var made = new ArrayList<Mistake>();
        for (var mistake : mistakes) {
            if (mistake != null) {
                made.add(mistake);
            }
        }
        return made;
    }
}
