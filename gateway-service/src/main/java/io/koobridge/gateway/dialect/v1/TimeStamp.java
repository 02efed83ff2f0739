package io.koobridge.gateway.dialect.v1;

import io.koobridge.gateway.dialect.time.ExpireTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * When a V1 call was made, by its own account: UTC (saas-v1 §1.3). It is no more than text to the signature, there is no window to hold
 * it against, and one documented example is not even a time; then our own clock counts (design §4).
 */
final class TimeStamp {

    /** As far as clocks may differ. From the future, a call would make every later one look stale. */
    private static final Duration AHEAD = Duration.ofMinutes(1);

    private TimeStamp() {}

    static Instant read(String timeStamp, Instant receivedAt) {
        return ExpireTime.read(timeStamp, ZoneOffset.UTC)
                .filter(time -> !time.isAfter(receivedAt.plus(AHEAD)))
                .orElse(receivedAt);
    }
}
