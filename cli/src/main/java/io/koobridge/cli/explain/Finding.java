package io.koobridge.cli.explain;

import java.util.List;

/** What became of the signature. */
public sealed interface Finding {

    /**
     * It is right.
     *
     * @param form what had been signed: a form of V2's body, or a reading of V1's query
     */
    record Verified(GivenKey key, Enum<?> form) implements Finding {}

    /** It is what somebody gets who makes these mistakes; at least one, at most two and the spelling of the signature. */
    record Explained(GivenKey key, List<Blame> mistakes) implements Finding {}

    /** No known mistake with any of the given keys makes this signature. */
    record Unexplained() implements Finding {}

    /**
     * There is nothing to verify.
     *
     * @param why one clause
     */
    record NotReached(String why) implements Finding {}
}
