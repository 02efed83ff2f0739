package io.koobridge.gateway.dialect;

import io.koobridge.events.Reason;

/** Why something cannot be, for whoever reads a {@code resultMsg}: one code stands for several reasons, and the words tell them apart. */
public final class ReasonWords {

    private ReasonWords() {}

    /**
     * In words.
     *
     * @param about what the call is about, in words: {@code instance}
     */
    public static String of(Reason reason, String about) {
        return switch (reason) {
            case UNKNOWN_INSTANCE -> "the %s does not exist".formatted(about);
            case RELEASED -> "the %s was released".formatted(about);
            case PROVISIONING_FAILED, NO_ACCESS -> "the %s could not be provisioned".formatted(about);
            case QUOTA_USED_UP -> "the order in force has no license left";
            case OUTSIDE_TERM -> "the validity is outside the time that the order in force pays for";
            case EXPIRY_MISSING -> "expireTime is missing: the product is paid by the period";
            case FINGERPRINT_MISSING -> "deviceFingerprint is missing: the license is bound to a device";
            case UNKNOWN_CODE -> "the license code does not exist";
            case SECRET_UNREADABLE -> "clientSecret cannot be decrypted";
        };
    }
}
