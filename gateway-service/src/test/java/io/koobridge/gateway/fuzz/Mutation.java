package io.koobridge.gateway.fuzz;

import java.util.Arrays;
import java.util.List;

/** Every way in which a call is changed. */
enum Mutation {
    TYPE_CHANGED(Phase.STRUCTURE),
    ODD_STRING(Phase.STRUCTURE),
    ODD_NUMBER(Phase.STRUCTURE),
    ODD_DATE(Phase.STRUCTURE),
    ODD_IDS(Phase.STRUCTURE),
    MEMBER_REMOVED(Phase.STRUCTURE),
    MEMBER_DOUBLED(Phase.STRUCTURE),
    MEMBER_RENAMED(Phase.STRUCTURE),
    MEMBER_ADDED(Phase.STRUCTURE),
    VALUE_IN_OTHER_CASE(Phase.STRUCTURE),
    VALUES_EXCHANGED(Phase.STRUCTURE),
    HUGE_STRING(Phase.STRUCTURE),
    DEEP_NESTING(Phase.STRUCTURE),
    OTHER_ORDER(Phase.STRUCTURE),
    OTHER_ACTIVITY(Phase.STRUCTURE),
    DEBUG_FLAG(Phase.STRUCTURE),

    OTHER_SPELLING(Phase.BYTES),
    BIT_FLIPPED(Phase.BYTES),
    CUT(Phase.BYTES),
    PIECE_DOUBLED(Phase.BYTES),
    SPLICED(Phase.BYTES),
    BYTES_REPLACED(Phase.BYTES),
    BAD_UTF8(Phase.BYTES),
    OTHER_ENCODING(Phase.BYTES),
    SOMETHING_BEHIND(Phase.BYTES),
    EMPTIED(Phase.BYTES),
    WHOLE_DOUBLED(Phase.BYTES),

    ODD_NONCE(Phase.SIGNED),
    TIME_AT_THE_EDGE(Phase.SIGNED),
    TIME_IN_SECONDS(Phase.SIGNED),
    SIGNED_SORTED(Phase.SIGNED),

    PARAMETERS_REORDERED(Phase.WRITTEN),
    PERCENT_ENCODED(Phase.WRITTEN),
    PARAMETERS_ADDED(Phase.WRITTEN),
    SIGNATURE_IN_OTHER_CASE(Phase.WRITTEN),

    PARAMETER_MISSING(Phase.BROKEN),
    PARAMETER_REPEATED(Phase.BROKEN),
    PARAMETER_RENAMED(Phase.BROKEN),
    PARAMETER_HUGE(Phase.BROKEN),
    PARAMETER_CHANGED(Phase.BROKEN),
    PARAMETER_IN_BAD_UTF8(Phase.BROKEN),
    PLUS_FOR_CHARACTER(Phase.BROKEN),
    PERCENT_WITHOUT_DIGITS(Phase.BROKEN),
    TIME_OUT_OF_WINDOW(Phase.BROKEN),
    ODD_TIME(Phase.BROKEN),
    ODD_SIGNATURE(Phase.BROKEN),
    OTHER_KEY(Phase.BROKEN),
    OTHER_METHOD(Phase.BROKEN);

    /** When it takes place. */
    enum Phase {
        /** Members and values. */
        STRUCTURE,
        /** The body as it is sent. */
        BYTES,
        /** What is signed; the call stays a right one. */
        SIGNED,
        /** How the signature's parameters are spelled; the call stays a right one. */
        WRITTEN,
        /** What makes nearly every call a wrong one, after it was signed. */
        BROKEN
    }

    private final Phase phase;

    Mutation(Phase phase) {
        this.phase = phase;
    }

    Phase phase() {
        return phase;
    }

    static List<Mutation> of(Phase... phases) {
        return Arrays.stream(values())
                .filter(mutation -> List.of(phases).contains(mutation.phase))
                .toList();
    }
}
