package io.koobridge.simulator.market;

/** The order types of the order query (usage-and-open-api §6.2). */
public enum OrderType {
    NEW,
    TRIAL,
    TRIAL_TO_FORMAL,
    UNSUBSCRIBE,
    RENEW,
    CHANGE
}
