package io.koobridge.tenant.outside.scim;

import io.koobridge.runtime.outside.RetryAfter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** How long the server wants to be left alone by everybody here, whichever entry heard of it. */
final class Pause {

    private final InstantSource clock;
    private final AtomicReference<Instant> until = new AtomicReference<>(Instant.MIN);

    Pause(InstantSource clock) {
        this.clock = clock;
    }

    void atLeast(Duration wait) {
        var asked = clock.instant().plus(wait);
        until.updateAndGet(known -> known.isAfter(asked) ? known : asked);
    }

    /** Absent when it may be called. */
    @Nullable Duration left() {
        var now = clock.instant();
        var end = until.get();
        if (!end.isAfter(now)) {
            return null;
        }
        var left = Duration.between(now, end);
        // A clock that was put back makes nobody wait longer than he was asked to.
        return left.compareTo(RetryAfter.LONGEST) > 0 ? RetryAfter.LONGEST : left;
    }
}
