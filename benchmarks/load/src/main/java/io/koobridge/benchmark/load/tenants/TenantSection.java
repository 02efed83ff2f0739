package io.koobridge.benchmark.load.tenants;

import io.koobridge.benchmark.load.section.Lab;
import io.koobridge.benchmark.load.section.Plan;
import io.koobridge.benchmark.load.section.Results;
import io.koobridge.benchmark.load.section.Section;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;

/** An enterprise with many users and departments is told of: when that is acknowledged, and when it is stored. */
public final class TenantSection implements Section {

    private static final int USERS = 100_000;
    private static final int USERS_QUICK = 2_000;
    private static final int DEPARTMENTS = 20_000;
    private static final int DEPARTMENTS_QUICK = 1_000;
    private static final String WARMING = "warming";

    private final KitLists lists = new KitLists(InstantSource.system());

    @Override
    public String name() {
        return "tenants";
    }

    @Override
    public String title() {
        return "Enterprises";
    }

    @Override
    public String repeats(Plan plan) {
        return "%d repetitions, each with an enterprise of its own: the median, and in brackets the least and the greatest."
                .formatted(plan.repetitions());
    }

    @Override
    public Results run(Lab lab) throws InterruptedException {
        int users = lab.plan().quick() ? USERS_QUICK : USERS;
        int departments = lab.plan().quick() ? DEPARTMENTS_QUICK : DEPARTMENTS;
        try (var stack = TenantStack.start(lab, lab.directory(this))) {
            lab.progress().say("  warming up");
            warmUp(stack, lab.plan().warmUp(), departments);
            var all = new ArrayList<Measured>();
            for (int repetition = 1; repetition <= lab.plan().repetitions(); repetition++) {
                var measured = measured(stack, "t-%d".formatted(repetition), users, departments);
                lab.progress()
                        .say("  %d: p99 %.0f ms, %.0f users/s of %.0f; organisation %.2f s, stored %.1f s later"
                                .formatted(
                                        repetition,
                                        measured.p99Millis(),
                                        measured.rowsPerSecond(),
                                        measured.bulkInserts(),
                                        Measured.seconds(measured.organisation()),
                                        Measured.seconds(measured.organisationStored())));
                all.add(measured);
            }
            return new TenantFindings(all, users, departments).results();
        }
    }

    private void warmUp(TenantStack stack, Duration time, int departments) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        stack.caller().call("tenantSync", lists.tenant(WARMING));
        stack.caller().callUntilTaken("allOrgSync", () -> lists.organisation(WARMING, departments / 20));
        stack.caller().callUntilTaken("allOrgSync", () -> lists.organisation(WARMING, departments / 2));
        stack.caller().callUntilTaken("authSync", () -> lists.users(WARMING, 0));
        int told = 3;
        while (System.nanoTime() < end) {
            // The same ones again: the store is not to be full of them.
            stack.caller().call("authSync", lists.users(WARMING, 0));
            told++;
        }
        stack.rows().awaitLists(WARMING, told);
    }

    private Measured measured(TenantStack stack, String tenantId, int users, int departments)
            throws InterruptedException {
        stack.caller().call("tenantSync", lists.tenant(tenantId));
        var acknowledged = new ArrayList<Duration>();
        long begin = System.nanoTime();
        for (int first = 0; first < users; first += KitLists.USERS_IN_A_CALL) {
            acknowledged.add(stack.caller().call("authSync", lists.users(tenantId, first)));
        }
        stack.rows().awaitLists(tenantId, acknowledged.size());
        var usersStored = Duration.ofNanos(System.nanoTime() - begin);
        stack.rows().require("users", tenantId, users);
        double heap = stack.heap();
        double bulkInserts = stack.rows().bulkInsertsPerSecond("users", users);

        var organisation = stack.caller().call("allOrgSync", lists.organisation(tenantId, departments));
        begin = System.nanoTime();
        stack.rows().awaitLists(tenantId, acknowledged.size() + 1L);
        var organisationStored = Duration.ofNanos(System.nanoTime() - begin);
        stack.rows().require("departments", tenantId, departments);
        return new Measured(
                acknowledged, usersStored, bulkInserts, organisation, organisationStored, Math.max(heap, stack.heap()));
    }
}
