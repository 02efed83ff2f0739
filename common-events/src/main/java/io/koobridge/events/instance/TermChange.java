package io.koobridge.events.instance;

/** Why an instance is paid for until another time (saas-v2 §5.1, "scene"). */
public enum TermChange {
    TRIAL_TO_FORMAL,
    RENEWAL,
    /** Renewed and changed at once: what was bought is another thing now. */
    RENEWAL_CHANGE,
    /** A renewal was cancelled: the end moves back. */
    UNSUBSCRIBE_RENEWAL_PERIOD
}
