package io.koobridge.service.finding;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A finding as it was read.
 *
 * @param seen how often
 * @param closedAt absent while open
 */
public record FindingRow(
        String kind,
        String subject,
        String detail,
        boolean open,
        Instant openedAt,
        Instant lastSeenAt,
        int seen,
        @Nullable Instant closedAt) {}
