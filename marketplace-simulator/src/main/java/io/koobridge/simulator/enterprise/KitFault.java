package io.koobridge.simulator.enterprise;

import io.koobridge.simulator.calling.KitPost.Wrong;
import io.koobridge.simulator.market.Edition;
import org.jspecify.annotations.Nullable;

/**
 * What may be wrong with a call of the kit. What must be refused is an additional call before the honest one; everything else is the
 * honest call, written otherwise.
 */
public enum KitFault {
    WRONG_KEY(true, true, "000001"),
    UNSIGNED(true, true, "000001"),
    /** Changed after it was signed. */
    TAMPERED(true, true, "000001"),
    /** Signed as the base interfaces are. */
    INNER_HASH(true, false, "000001"),
    /** Older than 60 s. */
    STALE(true, false, "000002"),
    /** From a clock that is ahead. */
    FUTURE(true, false, "000002"),
    NO_NONCE(true, false, "000002"),
    /** Another call with the nonce of the honest one, after it. */
    REUSED_NONCE(true, false, "000001"),
    BAD_FLAG(true, true, "000002"),
    /** The second row of a list lacks what it is known by. */
    BAD_ROW(true, true, "000002"),
    LOWER_CASE(true, false, null),
    /** The token stands in quotation marks, as it is printed. */
    QUOTED(false, true, null),
    NUMBERS_AS_STRINGS(true, true, null),
    /** The list as V1 sends it in V2, and the reverse. */
    LIST_OTHERWISE(true, true, null),
    /** The one row of a list without the list around it. */
    SINGLE_OBJECT(true, true, null),
    /** Names without quotation marks inside {@code orgInfo}, as printed. */
    UNQUOTED_NAMES(false, true, null),
    UNKNOWN_MEMBERS(true, true, null),
    /** What is signed is the body as it is sent. */
    SIGNED_AS_SENT(true, false, null),
    SIGNED_SORTED_WITHIN(true, false, null),
    SIGNED_WITH_NULLS(true, false, null);

    private final boolean v2;
    private final boolean v1;
    private final @Nullable String refusal;

    KitFault(boolean v2, boolean v1, @Nullable String refusal) {
        this.v2 = v2;
        this.v1 = v1;
        this.refusal = refusal;
    }

    void require(Edition edition) {
        if (!(edition == Edition.V1 ? v1 : v2)) {
            throw new IllegalArgumentException(name() + " is no fault of " + edition);
        }
    }

    boolean additional() {
        return refusal != null;
    }

    Wrong wrong() {
        return new Wrong(name(), refusal);
    }
}
