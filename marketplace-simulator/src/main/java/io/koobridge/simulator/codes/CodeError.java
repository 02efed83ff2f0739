package io.koobridge.simulator.codes;

/** Why something cannot be done with a code, in KooGallery's own words (license §5.6). */
public enum CodeError {
    INVALID_PARAM("92020002", "invalid param"),
    ILLEGAL_STATE("92020003", "illegal state"),
    NOT_COLLECTED("92020004", "can not active before user received."),
    UNKNOWN("92020005", "license code notexist"),
    NOT_ACTIVATED("92020011", "license code has been not activated."),
    INVALID_IN_LIST("92020020", "Invalid license code exists.");

    private final String code;
    private final String message;

    CodeError(String code, String message) {
        this.code = code;
        this.message = message;
    }

    public String code() {
        return code;
    }

    public String message() {
        return message;
    }
}
