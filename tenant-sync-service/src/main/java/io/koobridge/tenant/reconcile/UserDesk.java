package io.koobridge.tenant.reconcile;

import io.koobridge.service.reconcile.Attempt;
import io.koobridge.tenant.domain.Department;
import io.koobridge.tenant.domain.Tenant;
import io.koobridge.tenant.domain.User;
import io.koobridge.tenant.domain.directory.Directory;
import io.koobridge.tenant.domain.directory.Written;
import io.koobridge.tenant.ledger.Row;
import io.koobridge.tenant.ledger.RowTable;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/** Tells the directory of users, some at once: no two calls are about the same one. */
public final class UserDesk {

    private static final Duration STORE_ANSWERS_WITHIN = Duration.ofSeconds(10);
    private static final int AT_ONCE = 8;
    private static final int READ_AT_ONCE = 1_000;

    private final RowTable<Department> departments;
    private final Telling<User> telling;
    private final Wanted wanted;

    public UserDesk(
            RowTable<Department> departments,
            RowTable<User> users,
            Directory directory,
            Wanted wanted,
            Clock clock,
            MeterRegistry metrics) {
        this.departments = departments;
        this.wanted = wanted;
        this.telling = new Telling<>("user", users, departments, directory, clock, metrics);
    }

    RowTable<User> rows() {
        return telling.rows();
    }

    void tell(Tenant tenant, Attempt attempt, Propagation.Turn turn) {
        var due = due(tenant.id());
        while (!due.isEmpty() && turn.goesOn()) {
            var places = departmentsOf(tenant.id(), due);
            for (int at = 0; at < due.size() && turn.goesOn(); at += AT_ONCE) {
                attempt.holdLease();
                together(tenant, due.subList(at, Math.min(at + AT_ONCE, due.size())), places, turn);
            }
            due = due(tenant.id());
        }
    }

    /** Under one lease, which outlasts the longest call. */
    private void together(
            Tenant tenant, List<Row<User>> some, Map<String, Row<Department>> places, Propagation.Turn turn) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Future<Written>>();
            for (var row : some) {
                var user = wanted.of(tenant, row, places);
                answers.add(threads.submit(() -> telling.directory().write(user)));
            }
            for (int at = 0; at < some.size(); at++) {
                var row = some.get(at);
                telling.note(
                        new Telling.Told<>(
                                tenant.id(), row, row.state().profile().orgCode()),
                        answer(answers.get(at)),
                        turn);
            }
        }
    }

    private static Written answer(Future<Written> asked) {
        try {
            return asked.get();
        } catch (ExecutionException e) {
            var cause = e.getCause();
            return new Written.Later(
                    null,
                    "the call threw " + (cause == null ? e : cause).getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the directory was told", e);
        }
    }

    private Map<String, Row<Department>> departmentsOf(String tenantId, List<Row<User>> users) {
        var codes = users.stream()
                .map(row -> row.state().profile().orgCode())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        var rows = departments.findAll(tenantId, codes).collectList().block(STORE_ANSWERS_WITHIN);
        return rows == null
                ? Map.of()
                : rows.stream()
                        .filter(row -> row.state().present())
                        .collect(Collectors.toMap(row -> row.state().orgCode(), row -> row));
    }

    private List<Row<User>> due(String tenantId) {
        var due = rows().due(tenantId, telling.clock().instant(), READ_AT_ONCE)
                .collectList()
                .block(STORE_ANSWERS_WITHIN);
        return due == null ? List.of() : due;
    }
}
