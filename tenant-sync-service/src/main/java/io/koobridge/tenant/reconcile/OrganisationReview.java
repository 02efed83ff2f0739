package io.koobridge.tenant.reconcile;

import io.koobridge.events.Outcome;
import io.koobridge.events.Outcome.Applied;
import io.koobridge.events.Outcome.Unchanged;
import io.koobridge.service.finding.FindingBook;
import io.koobridge.service.reconcile.Attempt;
import io.koobridge.service.reconcile.Step;
import io.koobridge.tenant.domain.Circles;
import io.koobridge.tenant.domain.Department;
import io.koobridge.tenant.domain.Departments;
import io.koobridge.tenant.domain.Tenant;
import io.koobridge.tenant.ledger.DepartmentChanges;
import io.koobridge.tenant.ledger.DepartmentChanges.Mended;
import io.koobridge.tenant.ledger.DepartmentChanges.Seen;
import io.koobridge.tenant.ledger.SyncRun;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Looks through a tenant's departments after some were told of: circles are cut, and those that the last whole organisation did not name are counted, or taken
 * away where that is what a run means (design §6). Rows change in a generation of the tenant that is kept for them before, so that nobody who reads changes
 * misses one.
 */
public final class OrganisationReview {

    private static final Duration STORE_ANSWERS_WITHIN = Duration.ofSeconds(60);
    private static final Duration PAGE_WITHIN = Duration.ofSeconds(20);
    private static final int WRITTEN_AT_ONCE = 500;
    private static final int NAMED = 10;

    private final DepartmentChanges departments;
    private final FindingBook findings;
    private final boolean snapshot;

    /** @param snapshot whether departments that a complete run did not name are taken away */
    public OrganisationReview(DepartmentChanges departments, FindingBook findings, boolean snapshot) {
        this.departments = departments;
        this.findings = findings;
        this.snapshot = snapshot;
    }

    Step<Tenant> step(Tenant tenant, Attempt attempt) {
        attempt.holdLease();
        var run = departments.lastRun(tenant.id()).block(STORE_ANSWERS_WITHIN);
        var seen = found(departments.all(tenant.id()).collectList());
        attempt.holdLease();
        var circles = Circles.cut(seen.stream()
                .filter(each -> each.department().present())
                .map(each -> new Circles.Link(
                        each.department().orgCode(), each.department().parentCode(), each.position()))
                .toList());
        var missing = missing(seen, run);
        var mended = mended(seen, circles, snapshot ? missing : Set.of(), run);
        var writing = tenant.organisation().writing();
        if (!mended.isEmpty() && writing == null) {
            return new Step.Progressed<>(tenant.reviewing());
        }
        if (writing != null) {
            for (int at = 0; at < mended.size(); at += WRITTEN_AT_ONCE) {
                attempt.holdLease();
                var some = mended.subList(at, Math.min(at + WRITTEN_AT_ONCE, mended.size()));
                departments.mend(tenant, writing, some).block(PAGE_WITHIN);
            }
        }
        long left = snapshot ? 0 : missing.size();
        note(tenant.id(), circles, snapshot ? Set.of() : missing);
        long upTo = tenant.generation();
        return new Step.Learned<>(now -> now.reviewed(upTo, left, circles.size()));
    }

    private static Set<String> missing(List<Seen> seen, @Nullable SyncRun run) {
        return run == null
                ? Set.of()
                : seen.stream()
                        .map(Seen::department)
                        .filter(run::misses)
                        .map(Department::orgCode)
                        .collect(Collectors.toSet());
    }

    private static List<Mended> mended(
            List<Seen> seen, Set<String> circles, Set<String> takenAway, @Nullable SyncRun run) {
        var mended = new ArrayList<Mended>();
        var changed = new HashSet<String>();
        for (var each : seen) {
            var department = each.department();
            var code = department.orgCode();
            if (run != null && takenAway.contains(code) && changed.add(code)) {
                mended.add(new Mended(code, current -> Departments.missing(current, run.syncId(), run.asOf())));
            } else if (department.present() && department.cut() != circles.contains(code) && changed.add(code)) {
                mended.add(new Mended(code, current -> linked(current, department)));
            }
        }
        return mended;
    }

    /** What was told meanwhile is looked through next. */
    private static Outcome<Department> linked(@Nullable Department current, Department seen) {
        return current == null || !current.equals(seen) ? new Unchanged<>() : new Applied<>(seen.cut(!seen.cut()));
    }

    private void note(String tenantId, Set<String> circles, Set<String> missing) {
        noted(
                tenantId,
                TenantFinding.DEPARTMENT_CIRCLE,
                circles,
                "%d departments stand under themselves; the link to the parent does not count of: %s");
        noted(
                tenantId,
                TenantFinding.DEPARTMENTS_MISSING,
                missing,
                "the last whole organisation did not name %d departments that are known: %s");
    }

    private void noted(String tenantId, TenantFinding kind, Set<String> codes, String words) {
        var note = codes.isEmpty()
                ? findings.close(tenantId, kind)
                : findings.open(tenantId, kind, words.formatted(codes.size(), named(codes)));
        note.block(STORE_ANSWERS_WITHIN);
    }

    private static String named(Set<String> codes) {
        var some = new TreeSet<>(codes).stream().limit(NAMED).toList();
        return String.join(", ", some) + (codes.size() > NAMED ? ", ..." : "");
    }

    private static <T> List<T> found(Mono<List<T>> question) {
        var found = question.block(STORE_ANSWERS_WITHIN);
        return found == null ? List.of() : found;
    }
}
