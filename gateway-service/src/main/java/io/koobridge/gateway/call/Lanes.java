package io.koobridge.gateway.call;

import io.koobridge.gateway.dialect.CallHead;

/** Who waits for whom: anybody can send long bodies of the kit, and neither purchases in V1 nor the kit's short calls wait for them. */
final class Lanes {

    /** What is longest elsewhere. */
    private static final int SHORT = 256 * 1024;

    private final CostlyReading base = new CostlyReading();
    private final CostlyReading shortOfKit = new CostlyReading();
    private final CostlyReading longOfKit = new CostlyReading();

    /**
     * Where a call is read, if that is costly.
     *
     * @param length of the body, in bytes
     */
    CostlyReading of(CallHead head, int length) {
        if (head.kit() == null) {
            return base;
        }
        return length > SHORT ? longOfKit : shortOfKit;
    }
}
