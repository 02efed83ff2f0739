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
    NO_ACCESS
}
