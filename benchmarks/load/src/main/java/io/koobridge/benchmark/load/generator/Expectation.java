package io.koobridge.benchmark.load.generator;

import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * What a right answer is. Anything else is no throughput but an error.
 *
 * @param resultCodes by a call's place in its run: one of them
 * @param signed whether it has to carry {@code Body-Sign}
 */
public record Expectation(IntFunction<Set<String>> resultCodes, boolean signed) {

    public Expectation(String resultCode, boolean signed) {
        this(_ -> Set.of(resultCode), signed);
    }

    /** Of a purchase where somebody makes it real: it may be so before the answer is made. */
    public static Expectation storedOrReady() {
        return new Expectation(_ -> Set.of("000004", "000000"), true);
    }

    /** What is wrong with an answer, if anything. */
    Optional<String> objection(int index, int status, boolean hasSignature, String body) {
        if (status != 200) {
            return Optional.of("status " + status + ": " + body);
        }
        var right = resultCodes.apply(index);
        if (right.stream().noneMatch(code -> body.contains("\"resultCode\":\"" + code + "\""))) {
            return Optional.of("resultCode is not " + String.join(" or ", right) + ": " + body);
        }
        return signed && !hasSignature ? Optional.of("no Body-Sign: " + body) : Optional.empty();
    }
}
