package io.koobridge.simulator.market;

/** The charging modes of an order line (saas-v2 §9). */
public enum ChargingMode {
    PERIOD,
    ONE_TIME,
    ON_DEMAND,
    ON_DEMAND_PKG;

    public boolean hasPeriod() {
        return this == PERIOD || this == ON_DEMAND_PKG;
    }

    /** Pay-per-use and package instances must report usage in {@code queryInstance} (saas-v2 §4.2). */
    public boolean reportsUsage() {
        return this == ON_DEMAND || this == ON_DEMAND_PKG;
    }
}
