package io.koobridge.gateway.fuzz;

import java.util.Arrays;
import java.util.List;

/** Every way in which a V1 call is changed. */
enum V1Mutation {
    VALUE_ODD(Phase.SAID),
    VALUE_EMPTY(Phase.SAID),
    VALUE_HUGE(Phase.SAID),
    VALUE_MISSING(Phase.SAID),
    VALUES_EXCHANGED(Phase.SAID),
    NUMBER_ODD(Phase.SAID),
    TIME_OF_EXPIRY_ODD(Phase.SAID),
    TIME_STAMP_ODD(Phase.SAID),
    IDS_ODD(Phase.SAID),
    OTHER_ACTIVITY(Phase.SAID),
    DEBUG_FLAG(Phase.SAID),
    DAMAGED_BASE64(Phase.SAID),
    UNKNOWN_PARAMETER(Phase.SAID),
    SIGNED_WITHOUT_BLANKS(Phase.SAID),

    REORDERED(Phase.SPELLED),
    PERCENT_ENCODED(Phase.SPELLED),
    SPACE_AS_PERCENT(Phase.SPELLED),
    PLUS_LEFT_BARE(Phase.SPELLED),
    PLUS_NEVER_A_SPACE(Phase.SPELLED),
    ENCODED_TWICE(Phase.SPELLED),
    NOTHING_BETWEEN(Phase.SPELLED),
    BODY_OF_A_GET(Phase.SPELLED),

    PARAMETER_CHANGED(Phase.BROKEN),
    PARAMETER_ADDED(Phase.BROKEN),
    PARAMETER_REMOVED(Phase.BROKEN),
    PARAMETER_REPEATED(Phase.BROKEN),
    PARAMETER_RENAMED(Phase.BROKEN),
    PARAMETER_EMPTIED(Phase.BROKEN),
    PARAMETER_HUGE(Phase.BROKEN),
    BOUNDARY_MOVED(Phase.BROKEN),
    PERCENT_CUT(Phase.BROKEN),
    BAD_UTF8(Phase.BROKEN),
    TIME_CHANGED(Phase.BROKEN),
    TOKEN_CHANGED(Phase.BROKEN),
    TOKEN_OTHERWISE(Phase.BROKEN),
    DEBUG_FLAG_SET(Phase.BROKEN),
    PARAMETERS_OF_V2(Phase.BROKEN),
    OTHER_KEY(Phase.BROKEN),
    OTHER_METHOD(Phase.BROKEN),
    BYTES_CHANGED(Phase.BROKEN);

    /** When it takes place. */
    enum Phase {
        /** Before signing. */
        SAID,
        /** After signing, and the call stays what it was. */
        SPELLED,
        /** After signing. */
        BROKEN
    }

    private final Phase phase;

    V1Mutation(Phase phase) {
        this.phase = phase;
    }

    Phase phase() {
        return phase;
    }

    static List<V1Mutation> of(Phase phase) {
        return Arrays.stream(values())
                .filter(mutation -> mutation.phase == phase)
                .toList();
    }
}
