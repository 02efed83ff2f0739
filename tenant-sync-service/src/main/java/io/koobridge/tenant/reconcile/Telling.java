package io.koobridge.tenant.reconcile;

import io.koobridge.tenant.domain.Department;
import io.koobridge.tenant.domain.directory.Directory;
import io.koobridge.tenant.domain.directory.Place;
import io.koobridge.tenant.domain.directory.Written;
import io.koobridge.tenant.ledger.Row;
import io.koobridge.tenant.ledger.RowTable;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Notes what the directory said of an entry.
 *
 * @param kind what entries are, in one word, for metrics
 */
record Telling<T>(
        String kind,
        RowTable<T> rows,
        RowTable<Department> departments,
        Directory directory,
        Clock clock,
        MeterRegistry metrics) {

    private static final Duration STORE_ANSWERS_WITHIN = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
    private static final int STEEPEST = 10;

    /**
     * An entry that was told.
     *
     * @param above code of the department that it is in; absent: in none
     */
    record Told<T>(String tenantId, Row<T> row, @Nullable String above) {}

    /** Whether the directory keeps it elsewhere than before, or not any more. */
    static boolean moves(Row<?> row, Written written) {
        return written instanceof Written.Done(var place) && !Objects.equals(id(row.place()), id(place));
    }

    void note(Told<T> told, Written written, Propagation.Turn turn) {
        var row = told.row();
        metrics.counter("koobridge.directory.entries", "kind", kind, "outcome", label(written))
                .increment();
        switch (written) {
            case Written.Done(var place) -> {
                turn.answered();
                rows.told(row, place).block(STORE_ANSWERS_WITHIN);
            }
            case Written.Refused(var why) -> {
                turn.answered();
                rows.refused(told.tenantId(), row, why).block(STORE_ANSWERS_WITHIN);
            }
            case Written.Orphaned _ -> {
                turn.answered();
                var now = clock.instant();
                var again =
                        told.above() == null ? Mono.empty() : departments.againOne(told.tenantId(), told.above(), now);
                again.then(rows.postponed(row, now.plus(pause(row)))).block(STORE_ANSWERS_WITHIN);
            }
            case Written.Later(var after, var why) -> {
                turn.failed(after, why);
                var pause = after == null ? pause(row) : after;
                rows.postponed(row, clock.instant().plus(pause)).block(STORE_ANSWERS_WITHIN);
            }
        }
    }

    private static @Nullable String id(@Nullable Place place) {
        return place == null ? null : place.id();
    }

    private static <T> Duration pause(Row<T> row) {
        var work = row.work();
        int attempt = work == null ? 0 : Math.min(work.attempt(), STEEPEST);
        var pause = Duration.ofSeconds(1L << attempt);
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    private static String label(Written written) {
        return switch (written) {
            case Written.Done _ -> "done";
            case Written.Refused _ -> "refused";
            case Written.Orphaned _ -> "orphaned";
            case Written.Later _ -> "later";
        };
    }
}
