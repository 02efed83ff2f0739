package io.koobridge.cli.explain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is right and what is wrong with a call.
 *
 * @param conclusion one sentence
 * @param advice what to do; empty when there is nothing to do
 * @param values absent when there is no key to compute them with
 */
public record Diagnosis(
        List<Check> checks,
        Finding finding,
        String conclusion,
        List<String> advice,
        @Nullable Intermediate values) {

    /** Whether a gateway with the expected keys takes the call; a window that is not known holds nothing against it. */
    public boolean right() {
        return checks.stream().noneMatch(check -> check.result() == Check.Result.WRONG)
                && finding instanceof Finding.Verified;
    }
}
