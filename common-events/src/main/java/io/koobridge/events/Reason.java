package io.koobridge.events;

/** Why a fact was refused, in the domain's words. Only the gateway turns one into an edition's result code. */
public enum Reason {
    /** No instance has this id. */
    UNKNOWN_INSTANCE,
    /** The instance was released; release is final. */
    RELEASED,
    /** Provisioning failed for good, so there is nothing to freeze, renew or upgrade. */
    PROVISIONING_FAILED,
    /** It is said to be ready, and the buyer would have nothing to open. */
    NO_ACCESS,
    /** The order in force has no licence left. */
    QUOTA_USED_UP,
    /** The licence would be valid outside the time that the order in force pays for, or the instance is frozen. */
    OUTSIDE_TERM,
    /** A licence of something that is paid by the period needs an end. */
    EXPIRY_MISSING,
    /** The product's licences are bound to a device, and none is named. */
    FINGERPRINT_MISSING,
    /** Nobody here knows this authorization code. */
    UNKNOWN_CODE,
    /** The client secret was encrypted for none of our keys. */
    SECRET_UNREADABLE
}
