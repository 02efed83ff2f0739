package io.koobridge.tenant.reconcile;

import io.koobridge.service.finding.FindingBook;
import io.koobridge.service.reconcile.Attempt;
import io.koobridge.service.reconcile.Step;
import io.koobridge.tenant.domain.Tenant;
import io.koobridge.tenant.domain.directory.Directory;
import io.koobridge.tenant.ledger.RowTable.Those;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/**
 * Tells the directory what it has not heard of, departments before users, for as long as a turn lasts. Level-triggered: what was told without an answer is told
 * again, and what changed meanwhile is told as it became.
 */
public final class Propagation {

    /** Others wait for their turn, too. */
    private static final Duration TURN = Duration.ofSeconds(30);

    private static final Duration STORE_ANSWERS_WITHIN = Duration.ofSeconds(10);

    /** So many in a row that failed mean that the directory is away, and not that these entries are bad. */
    private static final int FAILURES_IN_A_ROW = 5;

    private static final int NAMED = 5;

    private final DepartmentDesk departments;
    private final UserDesk users;
    private final Directory directory;
    private final FindingBook findings;
    private final Clock clock;

    public Propagation(
            DepartmentDesk departments, UserDesk users, Directory directory, FindingBook findings, Clock clock) {
        this.departments = departments;
        this.users = users;
        this.directory = directory;
        this.findings = findings;
        this.clock = clock;
    }

    /** The directory is to hear of all once more, or of all users, since whether any may log in has changed. */
    void everybody(Tenant tenant, Attempt attempt) {
        if (directory.keeps()) {
            var all = Those.all(tenant.id());
            if (tenant.mirror().again()) {
                Marking.mark(departments.rows(), all, attempt, clock.instant());
            }
            Marking.mark(users.rows(), all, attempt, clock.instant());
        }
    }

    Step<Tenant> step(Tenant tenant, Attempt attempt) {
        if (!directory.keeps()) {
            return new Step.Settled<>(tenant.observed());
        }
        if (tenant.mirror().announced() < tenant.generation()) {
            return new Step.Progressed<>(tenant.announced());
        }
        var end = clock.instant().plus(TURN);
        var turn = new Turn(FAILURES_IN_A_ROW, () -> clock.instant().isBefore(end));
        departments.tell(tenant, attempt, turn);
        if (turn.goesOn()) {
            users.tell(tenant, attempt, turn);
        }
        if (turn.away() != null) {
            return turn.after() == null
                    ? new Step.Failed<>("%s: %s".formatted(directory.name(), turn.away()))
                    : new Step.Waiting<>(turn.after());
        }
        note(tenant.id());
        var next = nextDue(tenant.id());
        return next == null
                ? new Step.Settled<>(tenant.observed())
                : new Step.Waiting<>(positive(Duration.between(clock.instant(), next)));
    }

    private @Nullable Instant nextDue(String tenantId) {
        return Flux.concat(departments.rows().nextDue(tenantId), users.rows().nextDue(tenantId))
                .reduce((one, other) -> one.isBefore(other) ? one : other)
                .block(STORE_ANSWERS_WITHIN);
    }

    private void note(String tenantId) {
        var refusals = Flux.concat(
                        departments.rows().refusals(tenantId, NAMED).map(row -> "department %s: %s"
                                .formatted(row.state().orgCode(), row.refused())),
                        users.rows().refusals(tenantId, NAMED).map(row -> "user %s: %s"
                                .formatted(row.state().userName(), row.refused())))
                .take(NAMED)
                .collectList()
                .block(STORE_ANSWERS_WITHIN);
        var note = refusals == null || refusals.isEmpty()
                ? findings.close(tenantId, TenantFinding.DIRECTORY_REFUSED)
                : findings.open(tenantId, TenantFinding.DIRECTORY_REFUSED, String.join("; ", new TreeSet<>(refusals)));
        note.block(STORE_ANSWERS_WITHIN);
    }

    private static Duration positive(Duration wait) {
        return wait.isNegative() ? Duration.ZERO : wait;
    }

    /** How a turn goes: whether it has time left, and whether the directory answers. Safe for many threads. */
    static final class Turn {

        private final int patience;
        private final BooleanSupplier time;
        private int failures;
        private @Nullable String away;
        private @Nullable Duration after;

        Turn(int patience, BooleanSupplier time) {
            this.patience = patience;
            this.time = time;
        }

        synchronized boolean goesOn() {
            return away == null && time.getAsBoolean();
        }

        synchronized void answered() {
            failures = 0;
        }

        /** @param wait how long the directory asked to be left alone; absent: it asked nothing */
        synchronized void failed(@Nullable Duration wait, String why) {
            failures++;
            if (wait != null || failures >= patience) {
                away = why;
                after = wait;
            }
        }

        synchronized @Nullable String away() {
            return away;
        }

        synchronized @Nullable Duration after() {
            return after;
        }
    }
}
