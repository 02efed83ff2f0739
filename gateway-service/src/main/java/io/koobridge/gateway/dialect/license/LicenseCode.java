package io.koobridge.gateway.dialect.license;

import io.koobridge.events.Reason;
import io.koobridge.events.instance.FailureReason;
import io.koobridge.gateway.command.Refusal;

/** Every code of the interfaces of licences (license §2.3), and the only place where a reason of ours becomes one. */
enum LicenseCode {
    SUCCESS("000000"),
    AUTHENTICATION_FAILED("000001"),
    INVALID_PARAMETER("000002"),
    UNKNOWN("000003"),
    IN_PROGRESS("000004"),
    INTERNAL_ERROR("000005"),
    NO_RESOURCE("000100"),
    QUOTA_USED_UP("000900"),
    OUTSIDE_TERM("000901"),
    EXPIRY_MISSING("000902"),
    FINGERPRINT_MISSING("000903");

    private final String digits;

    LicenseCode(String digits) {
        this.digits = digits;
    }

    String digits() {
        return digits;
    }

    static LicenseCode of(Refusal.Fault fault) {
        return switch (fault) {
            case NOT_AUTHENTIC -> AUTHENTICATION_FAILED;
            case NOT_UNDERSTOOD -> INVALID_PARAMETER;
            case UNAVAILABLE -> INTERNAL_ERROR;
        };
    }

    /** What is gone, or never came to be, does not exist to the marketplace. */
    static LicenseCode of(Reason reason) {
        return switch (reason) {
            case UNKNOWN_INSTANCE, UNKNOWN_CODE, RELEASED, PROVISIONING_FAILED, NO_ACCESS -> UNKNOWN;
            case QUOTA_USED_UP -> QUOTA_USED_UP;
            case OUTSIDE_TERM -> OUTSIDE_TERM;
            case EXPIRY_MISSING -> EXPIRY_MISSING;
            case FINGERPRINT_MISSING -> FINGERPRINT_MISSING;
            case SECRET_UNREADABLE -> INTERNAL_ERROR;
        };
    }

    static LicenseCode of(FailureReason reason) {
        return reason == FailureReason.NO_RESOURCE ? NO_RESOURCE : INTERNAL_ERROR;
    }
}
