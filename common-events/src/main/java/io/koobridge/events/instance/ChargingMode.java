package io.koobridge.events.instance;

/** How an order line is paid (usage-and-open-api §6.2). */
public enum ChargingMode {
    ON_DEMAND,
    ONE_TIME,
    PERIOD,
    ON_DEMAND_PKG;

    /** Whether queries of such an instance always carry usage, 0 before the first use (design §3). */
    public boolean metered() {
        return this == ON_DEMAND || this == ON_DEMAND_PKG;
    }
}
