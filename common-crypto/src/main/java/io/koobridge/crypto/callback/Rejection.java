package io.koobridge.crypto.callback;

/**
 * Why a callback was refused: for metrics, logs and people who debug a signature. Never for the caller, who only learns the {@link Fault}.
 * The names are metric labels.
 */
public enum Rejection {
    PARAMETER_REPEATED(Fault.PARAMETER, "a parameter that is part of the signature was sent more than once"),
    TIMESTAMP_MISSING(Fault.PARAMETER, "the time stamp is missing"),
    TIMESTAMP_NOT_A_NUMBER(Fault.PARAMETER, "the time stamp is not made of decimal digits"),
    TIMESTAMP_LENGTH(Fault.PARAMETER, "the time stamp has neither 10 digits (seconds) nor 13 (milliseconds)"),
    NONCE_MISSING(Fault.PARAMETER, "the nonce is missing"),
    NONCE_TOO_LONG(Fault.PARAMETER, "the nonce is longer than any that we accept"),
    NONCE_MALFORMED(Fault.PARAMETER, "the nonce is not well-formed Unicode"),
    CLOCK_BEHIND(
            Fault.PARAMETER,
            "the time stamp is too old: the caller's clock is behind ours, or the call is a late replay"),
    CLOCK_AHEAD(Fault.PARAMETER, "the time stamp is in the future: the caller's clock is ahead of ours"),
    REPLAY_SUSPECTED(
            Fault.AUTHENTICATION,
            "the call may be an old one whose nonce and time stamp were cut apart at another place"),
    SIGNATURE_MISSING(Fault.AUTHENTICATION, "the signature is missing"),
    SIGNATURE_MALFORMED(Fault.AUTHENTICATION, "the signature is not 64 hexadecimal digits"),
    NO_ACTIVE_KEY(Fault.AUTHENTICATION, "every configured access key has ended"),
    SIGNATURE_MISMATCH(Fault.AUTHENTICATION, "no active access key gives this signature for this body"),
    MESSAGE_UNREADABLE(Fault.PARAMETER, "the query cannot be URL-decoded, or the body is not one JSON object"),
    TIME_STAMP_MISSING(Fault.PARAMETER, "timeStamp is missing"),
    TIME_STAMP_MALFORMED(Fault.PARAMETER, "timeStamp does not have 14 to 20 decimal digits"),
    AUTH_TOKEN_MISSING(Fault.AUTHENTICATION, "authToken is missing"),
    AUTH_TOKEN_MALFORMED(Fault.AUTHENTICATION, "authToken is not the Base64 of 32 bytes"),
    AUTH_TOKEN_MISMATCH(Fault.AUTHENTICATION, "no active access key gives this authToken for these parameters"),
    AUTH_TOKEN_AMBIGUOUS(
            Fault.AUTHENTICATION,
            "authToken is right, but for other parameters, too: a value, or a name, could be several of them");

    /** What is wrong with the call as a whole; design §10 row 1 decides which rejection is which. */
    public enum Fault {
        /** A parameter is missing, unreadable or stale. */
        PARAMETER,
        /** Nobody who holds one of our keys made this call. */
        AUTHENTICATION
    }

    private final Fault fault;
    private final String explanation;

    Rejection(Fault fault, String explanation) {
        this.fault = fault;
        this.explanation = explanation;
    }

    public Fault fault() {
        return fault;
    }

    /** One clause in plain English, without any data of the call. */
    public String explanation() {
        return explanation;
    }
}
