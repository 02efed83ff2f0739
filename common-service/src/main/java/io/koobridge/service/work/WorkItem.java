package io.koobridge.service.work;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A document whose wish is not real.
 *
 * @param state {@code unsettled}, {@code stuck}, {@code expired} (stuck for a day) or {@code stopped} (refused for good)
 * @param phase absent when the document cannot be read, as is the generation
 * @param attempt made on the current ticket; absent when stopped, as is the time of the next one
 * @param since when it became unsettled, or was stopped
 * @param lastError as the findings have it
 */
public record WorkItem(
        String ledger,
        String id,
        String state,
        @Nullable String phase,
        @Nullable Long generation,
        @Nullable Integer attempt,
        Instant since,
        @Nullable Instant dueAt,
        @Nullable String lastError) {

    /** The same with what findings know. */
    public WorkItem with(@Nullable String error) {
        return new WorkItem(ledger, id, state, phase, generation, attempt, since, dueAt, error);
    }
}
