package io.koobridge.simulator.life;

import io.koobridge.simulator.market.MarketTime;
import java.time.Instant;
import java.time.YearMonth;

/** More than five orders of a month that failed and were paid back take the product down (saas-v2 §10). Only the newest month is kept. */
public final class Delisting {
    private static final int TOLERATED = 5;

    private YearMonth month = YearMonth.of(1970, 1);
    private int failed;

    /**
     * What the month has brought.
     *
     * @param month at home, in marketplace time
     */
    public record Counted(String month, int failedOrders, boolean delisted) {}

    synchronized void orderFailed(Instant now) {
        roll(now);
        failed++;
    }

    public synchronized Counted counted(Instant now) {
        roll(now);
        return new Counted(month.toString(), failed, failed > TOLERATED);
    }

    private void roll(Instant now) {
        YearMonth current = YearMonth.from(MarketTime.day(now));
        if (!current.equals(month)) {
            month = current;
            failed = 0;
        }
    }
}
