package io.koobridge.simulator.enterprise;

import io.koobridge.simulator.signing.BodySign;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Calls that belong together and how they went. Times are real.
 *
 * @param planned calls, without copies and faults
 * @param sent calls, with all of them
 * @param failed of them
 * @param rows users and departments that were acknowledged
 * @param reason of the first failure
 * @param calls the newest {@value #KEPT}
 */
public record Operation(
        int number,
        String name,
        State state,
        Instant startedAt,
        @Nullable Instant endedAt,
        int planned,
        int sent,
        int failed,
        int rows,
        @Nullable String reason,
        List<Sent> calls) {
    private static final int KEPT = 50;

    public enum State {
        RUNNING,
        /** Every call was acknowledged, and every fault answered. */
        DONE,
        /** A call was not acknowledged: {@code :retry} sends it and those after it. */
        FAILED,
        /** Nothing was sent. */
        HELD
    }

    /**
     * One call of it and its answer.
     *
     * @param asExpected of a call with a fault
     */
    public record Sent(
            Interface to,
            @Nullable Integer flag,
            int rows,
            long millis,
            @Nullable Integer httpStatus,
            @Nullable String resultCode,
            @Nullable BodySign bodySign,
            @Nullable String reason,
            @Nullable KitFault fault,
            @Nullable Boolean asExpected) {

        boolean good() {
            return asExpected == null ? reason == null : asExpected;
        }
    }

    static Operation begun(int number, String name, Instant at, int planned) {
        return new Operation(number, name, State.RUNNING, at, null, planned, 0, 0, 0, null, List.of());
    }

    Operation with(Sent call) {
        List<Sent> newest = new ArrayList<>(calls);
        newest.add(call);
        if (newest.size() > KEPT) {
            newest.removeFirst();
        }
        boolean good = call.good();
        return new Operation(
                number,
                name,
                state,
                startedAt,
                endedAt,
                planned,
                sent + 1,
                good ? failed : failed + 1,
                call.reason() == null ? rows + call.rows() : rows,
                good || reason != null ? reason : call.to().written() + ": " + because(call),
                List.copyOf(newest));
    }

    private static String because(Sent call) {
        return call.reason() == null ? call.fault() + " was accepted" : call.reason();
    }

    Operation ended(State end, Instant at) {
        return new Operation(number, name, end, startedAt, at, planned, sent, failed, rows, reason, calls);
    }

    Operation broken(String why, Instant at) {
        return new Operation(number, name, State.FAILED, startedAt, at, planned, sent, failed + 1, rows, why, calls);
    }

    public boolean isOver() {
        return state != State.RUNNING;
    }
}
