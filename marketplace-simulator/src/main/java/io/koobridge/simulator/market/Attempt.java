package io.koobridge.simulator.market;

import io.koobridge.simulator.signing.BodySign;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One {@code newInstance} that was sent.
 *
 * @param number from 1, in the order of the answers; given when it is entered in the book
 * @param businessId new in each attempt, also in repeats (saas-v2 §3.1)
 * @param sentAt real time
 * @param reason why it failed; null when the seller acknowledged it
 */
public record Attempt(
        int number,
        Kind kind,
        String businessId,
        Instant sentAt,
        long millis,
        @Nullable Integer httpStatus,
        @Nullable String resultCode,
        @Nullable String instanceId,
        @Nullable BodySign bodySign,
        @Nullable String reason) {

    public enum Kind {
        /** The first call and its repeats by timetable: only these decide whether the order fails. */
        SCHEDULED,
        /** A person pressed "restart". */
        RESTART,
        /** A call for an order that needs none. */
        DUPLICATE
    }

    Attempt numbered(int position) {
        return new Attempt(
                position, kind, businessId, sentAt, millis, httpStatus, resultCode, instanceId, bodySign, reason);
    }

    public boolean acknowledged() {
        return reason == null;
    }
}
