package io.koobridge.cli.explain;

import io.koobridge.crypto.callback.v2.CanonicalForm;
import java.util.List;

/** What became of the signature. */
public sealed interface Finding {

    /** It is right. */
    record Verified(GivenKey key, CanonicalForm form) implements Finding {}

    /** It is what somebody gets who makes these mistakes; at least one, at most two. */
    record Explained(GivenKey key, List<Mistake> mistakes) implements Finding {}

    /** No known mistake with any of the given keys makes this signature. */
    record Unexplained() implements Finding {}

    /**
     * There is nothing to verify.
     *
     * @param why one clause
     */
    record NotReached(String why) implements Finding {}
}
