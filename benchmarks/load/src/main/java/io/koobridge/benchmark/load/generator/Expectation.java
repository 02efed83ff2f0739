package io.koobridge.benchmark.load.generator;

import java.util.Optional;

/**
 * What a right answer is. Anything else is no throughput but an error.
 *
 * @param signed whether it has to carry {@code Body-Sign}
 */
public record Expectation(String resultCode, boolean signed) {

    /** What is wrong with an answer, if anything. */
    Optional<String> objection(int status, boolean hasSignature, String body) {
        if (status != 200) {
            return Optional.of("status " + status + ": " + body);
        }
        if (!body.contains("\"resultCode\":\"" + resultCode + "\"")) {
            return Optional.of("resultCode is not " + resultCode + ": " + body);
        }
        return signed && !hasSignature ? Optional.of("no Body-Sign: " + body) : Optional.empty();
    }
}
