package io.koobridge.tenant.outside.scim;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Until when all calls for one entry have to be over. */
final class Deadline {

    private final LongSupplier nanos;
    private final long end;

    /** @param nanos a clock that nobody sets, such as {@link System#nanoTime} */
    Deadline(Duration within, LongSupplier nanos) {
        this.nanos = nanos;
        this.end = nanos.getAsLong() + within.toNanos();
    }

    /** Zero or less when it is over. */
    Duration left() {
        return Duration.ofNanos(end - nanos.getAsLong());
    }
}
