package io.koobridge.events.instance;

/** How the marketplace takes the access data of an instance; follows from the edition that sold it. */
public enum AccessForm {
    /** As they are (saas-v2 §4.2). */
    PLAIN,
    /**
     * User name and password encrypted, so that each may have 79 bytes of UTF-8 at most, and nothing but the memo with
     * other characters than ASCII (saas-v1 §1.2, §7.5).
     */
    ENCRYPTED
}
