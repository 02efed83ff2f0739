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

    private static final String NOT_AUTHENTIC = "authentication failed";

    public static final Refusal METHOD = notUnderstood("method", "the method is not one of this address");
    public static final Refusal UNREADABLE = notUnderstood("unreadable", "the request cannot be read");
    public static final Refusal TOO_LONG = notUnderstood("too_long", "the body is too long");
    public static final Refusal TOO_SLOW = notUnderstood("too_slow", "the body did not arrive in time");
    public static final Refusal REPLAYED = new Refusal(Fault.NOT_AUTHENTIC, "nonce_replayed", NOT_AUTHENTIC);
    public static final Refusal NO_ROOM = unavailable("no_room");
    public static final Refusal NOT_STORED = unavailable("not_stored");
    public static final Refusal SERVICE_AWAY = unavailable("service_away");
    /** What a licence is applied for has not reached license-service yet, or what was bought is not known. */
    public static final Refusal NOT_YET = unavailable("not_yet");
    /** Whether a change is possible: the product did not decide, or the instance has not reached the ledger yet. */
    public static final Refusal UNDECIDED = unavailable("undecided");

    public static final Refusal LATE = unavailable("late");
    /** Kept for operators; nobody is there to hear it. */
    public static final Refusal CALLER_GONE = unavailable("caller_gone");

    public static final Refusal BROKEN = unavailable("broken");

    public static Refusal notUnderstood(String message) {
        return notUnderstood("not_understood", message);
    }

    /** What the caller may know of a rejected signature: which field it should look at, or nothing. Why is the operator's. */
    public static Refusal of(Rejection rejection) {
        var fault =
                switch (rejection.fault()) {
                    case PARAMETER -> Fault.NOT_UNDERSTOOD;
                    case AUTHENTICATION -> Fault.NOT_AUTHENTIC;
                };
        return new Refusal(fault, rejection.name().toLowerCase(Locale.ROOT), message(rejection));
    }

    private static String message(Rejection rejection) {
        return switch (rejection) {
            case PARAMETER_REPEATED -> "a parameter is repeated";
            case TIMESTAMP_MISSING, TIMESTAMP_NOT_A_NUMBER, TIMESTAMP_LENGTH, CLOCK_BEHIND, CLOCK_AHEAD ->
                "timestamp is missing or not current";
            case NONCE_MISSING, NONCE_TOO_LONG, NONCE_MALFORMED -> "nonce is missing or malformed";
            case MESSAGE_UNREADABLE -> "the request cannot be read";
            case TIME_STAMP_MISSING, TIME_STAMP_MALFORMED -> "timeStamp is missing or malformed";
            case REPLAY_SUSPECTED,
                    SIGNATURE_MISSING,
                    SIGNATURE_MALFORMED,
                    NO_ACTIVE_KEY,
                    SIGNATURE_MISMATCH,
                    AUTH_TOKEN_MISSING,
                    AUTH_TOKEN_MALFORMED,
                    AUTH_TOKEN_MISMATCH,
                    AUTH_TOKEN_AMBIGUOUS -> NOT_AUTHENTIC;
        };
    }

    private static Refusal notUnderstood(String verdict, String message) {
        return new Refusal(Fault.NOT_UNDERSTOOD, verdict, message);
    }

    private static Refusal unavailable(String verdict) {
        return new Refusal(Fault.UNAVAILABLE, verdict, "internal error, please call again");
    }
}
