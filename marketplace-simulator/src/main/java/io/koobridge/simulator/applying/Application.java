package io.koobridge.simulator.applying;

import io.koobridge.simulator.life.Attempt;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One application for a licence, with what the marketplace believes of it. Times are marketplace time.
 *
 * @param orderId of the purchase
 * @param members what each call says
 */
public record Application(
        String eventId, String orderId, String instanceId, Map<String, Object> members, Course course) {
    static final String ACTIVITY = "getLicenseAsync";
    private static final int ATTEMPTS_KEPT = 10;

    public enum State {
        CALLING,
        APPLIED,
        REFUSED,
        /** No answer that tells anything: nobody repeats it by himself. */
        FAILED,
        DELIVERED,
        DENIED;

        boolean isOver() {
            return this != CALLING && this != APPLIED;
        }
    }

    /**
     * How far it is.
     *
     * @param everAccepted the seller said once that the licence comes
     * @param resultCode of the newest answer that decided something
     */
    public record Course(
            State state,
            Instant appliedAt,
            @Nullable Instant deliveredAt,
            boolean everAccepted,
            @Nullable String resultCode,
            @Nullable String reason,
            @Nullable Received received,
            int attemptCount,
            List<Attempt> attempts) {

        Course in(State next, @Nullable Instant delivered, @Nullable Received licence) {
            return new Course(
                    next, appliedAt, delivered, everAccepted, resultCode, reason, licence, attemptCount, attempts);
        }

        Course heard(Attempt attempt) {
            List<Attempt> kept = new ArrayList<>(attempts);
            kept.add(attempt);
            return new Course(
                    state,
                    appliedAt,
                    deliveredAt,
                    everAccepted,
                    resultCode,
                    reason,
                    received,
                    attemptCount + 1,
                    List.copyOf(kept.subList(Math.max(0, kept.size() - ATTEMPTS_KEPT), kept.size())));
        }

        /** {@code DELIVERED} and {@code DENIED} are not undone by an answer. */
        Course decided(Attempt attempt) {
            String code = attempt.heard().resultCode();
            State next = attempt.acknowledged() ? State.APPLIED : failed(code) ? State.FAILED : State.REFUSED;
            boolean stays = state == State.DELIVERED
                    || state == State.DENIED
                    || (state == State.APPLIED && next == State.FAILED);
            return new Course(
                    stays ? state : next,
                    appliedAt,
                    deliveredAt,
                    everAccepted || attempt.acknowledged(),
                    code,
                    attempt.heard().reason(),
                    received,
                    attemptCount,
                    attempts);
        }

        /** Not known to be stored: neither accepted nor refused. */
        private static boolean failed(@Nullable String code) {
            return code == null || code.equals("000005");
        }
    }

    static Application of(String eventId, String orderId, String instanceId, Map<String, Object> members, Instant now) {
        return new Application(
                eventId,
                orderId,
                instanceId,
                members,
                new Course(State.CALLING, now, null, false, null, null, null, 0, List.of()));
    }

    private Application with(Course next) {
        return new Application(eventId, orderId, instanceId, members, next);
    }

    public boolean isOver() {
        return course.state().isOver();
    }

    /** Takes one of the places that were bought. */
    boolean holdsAPlace() {
        return course.state() == State.APPLIED || course.state() == State.DELIVERED;
    }

    /** A call that had to be refused, or is repeated for no reason, decides nothing. */
    Application answered(Attempt attempt) {
        boolean decides = attempt.kind() == Attempt.Kind.SCHEDULED || attempt.kind() == Attempt.Kind.RESTART;
        return with(decides ? course.heard(attempt).decided(attempt) : course.heard(attempt));
    }

    /** Applied for anew: a denial is over. */
    Application again() {
        return holdsAPlace() ? this : with(course.in(State.CALLING, null, null));
    }

    Application denied() {
        return course.state() == State.DELIVERED ? this : with(course.in(State.DENIED, null, null));
    }

    /** The first licence stays, whatever comes later. */
    Application delivered(Received licence, Instant now) {
        Received first = course.received();
        if (first == null) {
            return with(course.in(State.DELIVERED, now, licence));
        }
        return with(course.in(State.DELIVERED, course.deliveredAt(), first.sameAs(licence) ? first.again() : first));
    }

    Application withoutBytes() {
        Received received = course.received();
        return received == null ? this : with(course.in(course.state(), course.deliveredAt(), received.withoutBytes()));
    }
}
