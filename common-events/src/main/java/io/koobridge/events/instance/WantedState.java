package io.koobridge.events.instance;

/** What the marketplace wants an instance to be. RELEASED is final. */
public enum WantedState {
    ACTIVE,
    FROZEN,
    RELEASED
}
