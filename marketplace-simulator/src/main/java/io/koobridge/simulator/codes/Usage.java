package io.koobridge.simulator.codes;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One report of use: exactly one of its two members is there (license §5.5).
 *
 * @param at marketplace time
 * @param id of a client
 * @param activeNum clients of the day
 */
public record Usage(
        Instant at, @Nullable String id, @Nullable Integer activeNum) {}
