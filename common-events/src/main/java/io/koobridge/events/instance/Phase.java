package io.koobridge.events.instance;

/** Where an instance is in its life, as the buyer would see it. */
public enum Phase {
    /** Ordered, not ready yet. A stuck instance is here too: stuck is a label, not an end. */
    PROVISIONING,
    ACTIVE,
    FROZEN,
    /** Refused for good; waits for somebody to retry or to release it. */
    FAILED,
    RELEASED
}
