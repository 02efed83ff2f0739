package io.koobridge.events.inquiry;

import io.koobridge.events.Reason;
import io.koobridge.events.license.LicenseFact.LicenseApplied;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of the answers to {@code POST /internal/licenses:reserve}: whether an application gets one of the order's licences (design §3.5). Whoever
 * asks again is answered again.
 *
 * @param reason present exactly when it is refused
 */
public record LicenseReservation(Verdict verdict, @Nullable Reason reason) {

    /** What became of the application. */
    public enum Verdict {
        /** It has its place; the licence is on its way. */
        RESERVED,
        /** It has its place, and the marketplace has the licence. */
        DELIVERED,
        /** It gets none. */
        REFUSED,
        /** Its instance, or what was bought, is not known here yet. */
        NOT_YET
    }

    public LicenseReservation {
        if ((verdict == Verdict.REFUSED) == (reason == null)) {
            throw new IllegalArgumentException("verdict %s with reason %s".formatted(verdict, reason));
        }
    }

    /**
     * The question.
     *
     * @param asOf the time that the marketplace signed
     */
    public record Question(LicenseApplied application, Instant asOf) {

        /** Of no instance that there is: whoever asks it wants only that the next question is not the first one. */
        public static final Question WARM_UP = new Question(
                new LicenseApplied("warm-up", "warm-up", null, Instant.EPOCH, Instant.EPOCH), Instant.EPOCH);
    }

    /**
     * What is posted: those who apply at the same time are asked for together.
     *
     * @param questions 1 to {@value #MOST}
     */
    public record Questions(List<Question> questions) {

        public static final int MOST = 64;

        public Questions {
            questions = List.copyOf(questions);
            if (questions.isEmpty() || questions.size() > MOST) {
                throw new IllegalArgumentException(
                        "1 to %d questions are asked at once, not %d".formatted(MOST, questions.size()));
            }
        }
    }

    /**
     * What is answered.
     *
     * @param reservations one for each question, in their order
     */
    public record Reservations(List<LicenseReservation> reservations) {

        public Reservations {
            reservations = List.copyOf(reservations);
        }
    }

    public static LicenseReservation of(Verdict verdict) {
        return new LicenseReservation(verdict, null);
    }

    public static LicenseReservation refused(Reason reason) {
        return new LicenseReservation(Verdict.REFUSED, reason);
    }
}
