package io.koobridge.simulator.life;

import io.koobridge.simulator.signing.BodySign;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One call that was sent.
 *
 * @param number from 1, in the order of the answers; given when it is entered in the book
 * @param wrong what was wrong with it on purpose; null for an honest call
 */
public record Attempt(int number, Kind kind, @Nullable Wrong wrong, Heard heard) {

    public enum Kind {
        /** The first call and its repeats by timetable: only these decide whether a step fails. */
        SCHEDULED,
        /** A person pressed "restart". */
        RESTART,
        /** A call for a step that needs none. */
        DUPLICATE,
        /** A call that the seller must refuse. */
        FAULTED,
        /** No call: service supervision delivered what calls could not (license §2.4). */
        BY_HAND
    }

    /**
     * What was wrong on purpose, and what it had to be answered.
     *
     * @param expected a result code, SUCCESS or NO_ANSWER
     * @param broken it was accepted although it had to be refused, or the reverse; an internal error or no answer is neither
     */
    public record Wrong(String fault, String expected, boolean asExpected, boolean broken) {}

    /**
     * The answer.
     *
     * @param businessId new in each call; null where the activity has none
     * @param instanceId what {@code newInstance} was answered
     * @param delivery what {@code queryInstance} was answered
     * @param license what {@code getLicense} was answered
     * @param breach a promise that the answer broke, whether it was acknowledged or not
     * @param reason why it failed; null when the seller acknowledged it
     */
    public record Heard(
            @Nullable String businessId,
            Times times,
            @Nullable Integer httpStatus,
            @Nullable String resultCode,
            @Nullable String instanceId,
            @Nullable Delivery delivery,
            @Nullable String license,
            @Nullable BodySign bodySign,
            @Nullable String breach,
            @Nullable String reason) {}

    /** Real time: of the signature, of the sending, and how long the answer took. */
    public record Times(Instant signedAt, Instant sentAt, long millis) {}

    /** What service supervision delivered, as if it had been answered. */
    public static Attempt byHand(String instanceId, String license, Instant now) {
        return new Attempt(
                0,
                Kind.BY_HAND,
                null,
                new Heard(null, new Times(now, now, 0), null, null, instanceId, null, license, null, null, null));
    }

    public Attempt numbered(int position) {
        return new Attempt(position, kind, wrong, heard);
    }

    public boolean acknowledged() {
        return heard.reason() == null;
    }

    /** Whether its success is the step's success: a call that had to be refused never is. */
    boolean decides() {
        return acknowledged() && kind != Kind.FAULTED;
    }
}
