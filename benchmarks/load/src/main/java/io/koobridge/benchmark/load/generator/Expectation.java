package io.koobridge.benchmark.load.generator;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a right answer is. Anything else is no throughput but an error.
 *
 * @param resultCodes one of them: the first set for the first call of a run, and so on, again and again
 * @param signed whether it has to carry {@code Body-Sign}
 */
public record Expectation(List<Set<String>> resultCodes, boolean signed) {

    public Expectation(String resultCode, boolean signed) {
        this(List.of(Set.of(resultCode)), signed);
    }

    /** Of a purchase where somebody makes it real: it may be so before the answer is made. */
    public static Expectation storedOrReady() {
        return new Expectation(List.of(Set.of("000004", "000000")), true);
    }

    /** What is wrong with an answer, if anything. */
    Optional<String> objection(int index, int status, boolean hasSignature, String body) {
        if (status != 200) {
            return Optional.of("status " + status + ": " + body);
        }
        var right = resultCodes.get(index % resultCodes.size());
        if (right.stream().noneMatch(code -> body.contains("\"resultCode\":\"" + code + "\""))) {
            return Optional.of("resultCode is not " + String.join(" or ", right) + ": " + body);
        }
        return signed && !hasSignature ? Optional.of("no Body-Sign: " + body) : Optional.empty();
    }
}
