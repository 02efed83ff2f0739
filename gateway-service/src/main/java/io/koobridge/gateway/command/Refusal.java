package io.koobridge.gateway.command;

import io.koobridge.crypto.callback.Rejection;
import java.util.Locale;

/**
 * Why a call got nothing.
 *
 * @param verdict for operators: a word of a small set, as it stands in the journal
 * @param message for the caller: one clause that names a field where there is one, without any text of the call and without a hint at
 *     why a signature was wrong
 */
public record Refusal(Fault fault, String verdict, String message) {

    /** Whose turn it is; every edition has a code for each. */
    public enum Fault {
        /** Nobody who holds one of our keys made this call. */
        NOT_AUTHENTIC,
        /** The call cannot be understood. */
        NOT_UNDERSTOOD,
        /** We cannot say or do it now; the same call may succeed later. */
        UNAVAILABLE
    }

    public static final Refusal METHOD = notUnderstood("method", "the method is not one of this address");
    public static final Refusal UNREADABLE = notUnderstood("unreadable", "the request cannot be read");
    public static final Refusal TOO_LONG = notUnderstood("too_long", "the body is too long");
    public static final Refusal TOO_SLOW = notUnderstood("too_slow", "the body did not arrive in time");
    public static final Refusal REPLAYED = new Refusal(Fault.NOT_AUTHENTIC, "nonce_replayed", "authentication failed");
    public static final Refusal NO_ROOM = unavailable("no_room");
    public static final Refusal NOT_STORED = unavailable("not_stored");
    public static final Refusal SERVICE_AWAY = unavailable("service_away");
    public static final Refusal LATE = unavailable("late");
    public static final Refusal BROKEN = unavailable("broken");

    public static Refusal notUnderstood(String message) {
        return notUnderstood("not_understood", message);
    }

    /** What the caller may know of a rejected signature: that a parameter is wrong, and which, or nothing. */
    public static Refusal of(Rejection rejection) {
        var verdict = rejection.name().toLowerCase(Locale.ROOT);
        return switch (rejection.fault()) {
            case PARAMETER -> notUnderstood(verdict, rejection.explanation());
            case AUTHENTICATION -> new Refusal(Fault.NOT_AUTHENTIC, verdict, "authentication failed");
        };
    }

    private static Refusal notUnderstood(String verdict, String message) {
        return new Refusal(Fault.NOT_UNDERSTOOD, verdict, message);
    }

    private static Refusal unavailable(String verdict) {
        return new Refusal(Fault.UNAVAILABLE, verdict, "internal error, please call again");
    }
}
