package io.koobridge.gateway.dialect.saas;

import io.koobridge.events.Reason;
import io.koobridge.events.instance.FailureReason;
import io.koobridge.gateway.command.Refusal;

/** Every code of the edition (saas-v2 §8), and the only place where a reason of ours becomes one. */
public enum ResultCode {
    SUCCESS("000000"),
    AUTHENTICATION_FAILED("000001"),
    INVALID_PARAMETER("000002"),
    UNKNOWN_INSTANCE("000003"),
    IN_PROGRESS("000004"),
    INTERNAL_ERROR("000005"),
    NO_RESOURCE("000100"),
    MOBILE_MISSING_OR_USED("000101"),
    EMAIL_MISSING_OR_USED("000102"),
    NOT_BUYABLE_AGAIN("000103"),
    PRODUCT_ERROR("000104"),
    ALREADY_ENTITLED("000105"),
    SOLD_OUT("000106"),
    MAIL_DOMAIN_EXISTS("000107");

    private final String digits;

    ResultCode(String digits) {
        this.digits = digits;
    }

    public String digits() {
        return digits;
    }

    public static ResultCode of(Refusal.Fault fault) {
        return switch (fault) {
            case NOT_AUTHENTIC -> AUTHENTICATION_FAILED;
            case NOT_UNDERSTOOD -> INVALID_PARAMETER;
            case UNAVAILABLE -> INTERNAL_ERROR;
        };
    }

    /** An instance that is gone, or never came to be, is to the marketplace one that does not exist (saas-v2 §2). */
    static ResultCode of(Reason reason) {
        return switch (reason) {
            case UNKNOWN_INSTANCE, RELEASED, PROVISIONING_FAILED, NO_ACCESS -> UNKNOWN_INSTANCE;
            // Of licences alone: whoever gives one here says what this edition has no code for.
            case QUOTA_USED_UP, OUTSIDE_TERM, EXPIRY_MISSING, FINGERPRINT_MISSING, UNKNOWN_CODE, SECRET_UNREADABLE ->
                INTERNAL_ERROR;
        };
    }

    /** @param longList whether the caller's list goes on after 000100: the others know such a failure only as an internal error */
    static ResultCode of(FailureReason reason, boolean longList) {
        var code = of(reason);
        return longList || code.compareTo(NO_RESOURCE) <= 0 ? code : INTERNAL_ERROR;
    }

    private static ResultCode of(FailureReason reason) {
        return switch (reason) {
            case NO_RESOURCE -> NO_RESOURCE;
            case MOBILE_MISSING_OR_USED -> MOBILE_MISSING_OR_USED;
            case EMAIL_MISSING_OR_USED -> EMAIL_MISSING_OR_USED;
            case NOT_BUYABLE_AGAIN -> NOT_BUYABLE_AGAIN;
            case PRODUCT_ERROR -> PRODUCT_ERROR;
            case ALREADY_ENTITLED -> ALREADY_ENTITLED;
            case SOLD_OUT -> SOLD_OUT;
            case MAIL_DOMAIN_EXISTS -> MAIL_DOMAIN_EXISTS;
            case OTHER -> INTERNAL_ERROR;
        };
    }
}
