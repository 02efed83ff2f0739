package io.koobridge.license.reconcile.code;

import io.koobridge.license.domain.code.AuthorizationCode;
import io.koobridge.service.reconcile.Step;
import java.util.function.UnaryOperator;

/**
 * Answers of the marketplace, each learned once: the software stores uses and wishes while the marketplace is asked, and an answer that went under
 * would have the same call made again.
 */
final class Answers {

    private Answers() {}

    /** Of a code that was released meanwhile nothing is learned any more. */
    static Step<AuthorizationCode> learned(UnaryOperator<AuthorizationCode> learning) {
        return new Step.Learned<>(code -> code.released() ? code : learning.apply(code));
    }
}
