package io.koobridge.tenant.reconcile;

import io.koobridge.events.Event;
import io.koobridge.events.Outcome.Applied;
import io.koobridge.events.tenant.TenantFact;
import io.koobridge.service.config.LedgerModule;
import io.koobridge.service.finding.RecordingFindings;
import io.koobridge.service.reconcile.Attempt;
import io.koobridge.service.reconcile.Step;
import io.koobridge.tenant.Facts;
import io.koobridge.tenant.Stores;
import io.koobridge.tenant.domain.Department;
import io.koobridge.tenant.domain.Tenant;
import io.koobridge.tenant.domain.User;
import io.koobridge.tenant.domain.directory.WantedUser.Contact;
import io.koobridge.tenant.ledger.DepartmentChanges;
import io.koobridge.tenant.ledger.Row;
import io.koobridge.tenant.ledger.RowTable;
import io.koobridge.tenant.ledger.SyncRuns;
import io.koobridge.tenant.ledger.TenantRows;
import io.koobridge.tenant.ledger.TenantRows.Tables;
import io.koobridge.tenant.ledger.TenantRules;
import io.koobridge.testkit.MutableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** One tenant with real tables, facts that change it and a worker that follows, without a broker between them. */
public final class Bench {

    private static final int STEPS_AT_MOST = 200;
    private static final Duration WITHIN = Duration.ofSeconds(20);

    public final RecordingDirectory directory = new RecordingDirectory();
    public final RecordingFindings findings = new RecordingFindings();
    public final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    public final MutableClock clock = MutableClock.at(Facts.NOW);
    public final Tables tables;
    private final TenantRules rules;
    private final TenantWorker worker;
    private @Nullable Tenant tenant;

    public Bench(Stores stores, boolean snapshot) {
        var database = stores.database();
        database.getCollection("sync-runs");
        tables = new Tables(
                RowTable.ofDepartments(LedgerModule.collection(database, "departments")),
                RowTable.ofUsers(LedgerModule.collection(database, "users")),
                new SyncRuns(LedgerModule.collection(database, "sync-runs")));
        Mono.when(
                        tables.departments().prepare(database),
                        tables.users().prepare(database),
                        tables.runs().prepare(database))
                .block(WITHIN);
        rules = new TenantRules(
                new TenantRows(_ -> Mono.justOrEmpty(Optional.ofNullable(tenant)), tables, true, clock, metrics),
                new PartlyRead(findings)::note);
        var wanted = new Wanted(new Wanted.Opened() {
            @Override
            public Contact contact(User user) {
                return new Contact(null, null);
            }

            @Override
            public Map<String, String> extension(User user) {
                return Map.of();
            }
        });
        worker = new TenantWorker(
                new OrganisationReview(new DepartmentChanges(tables, true, clock), findings, snapshot),
                new Propagation(
                        new DepartmentDesk(tables.departments(), tables.users(), directory, clock, metrics),
                        new UserDesk(tables.departments(), tables.users(), directory, wanted, clock, metrics),
                        directory,
                        findings,
                        clock));
    }

    public void told(TenantFact fact) {
        told(clock.instant(), fact);
    }

    public void told(Instant asOf, TenantFact fact) {
        told(Facts.told(asOf, fact));
    }

    public void told(Event<TenantFact> event) {
        spread(event);
        if (rules.decide(tenant, event) instanceof Applied<Tenant>(var next)) {
            tenant = next;
        }
    }

    /** As if the service died before the tenant itself was written. */
    public void spread(Event<TenantFact> event) {
        rules.spread(event).block(WITHIN);
    }

    /** A person wants everything told once more. */
    public void asked() {
        tenant = tenant().again();
    }

    /** Until it is settled, or waits. */
    public Step<Tenant> followed() {
        for (int step = 0; step < STEPS_AT_MOST; step++) {
            var taken = step();
            if (!(taken instanceof Step.Progressed<Tenant>) && !(taken instanceof Step.Learned<Tenant>)) {
                return taken;
            }
        }
        throw new AssertionError("it never comes to an end");
    }

    public Step<Tenant> step() {
        var taken = worker.reconcile(tenant(), new FreeLease());
        switch (taken) {
            case Step.Progressed<Tenant>(var next) -> tenant = next;
            case Step.Learned<Tenant>(var learning) -> tenant = learning.apply(tenant());
            case Step.Settled<Tenant>(var next) -> tenant = next;
            default -> {
                // Nothing is known that was not known before.
            }
        }
        return taken;
    }

    public Tenant tenant() {
        return Objects.requireNonNull(tenant);
    }

    public Row<Department> department(String code) {
        return Objects.requireNonNull(
                tables.departments().find(Facts.TENANT, code).block(WITHIN));
    }

    public Row<User> user(String name) {
        return Objects.requireNonNull(tables.users().find(Facts.TENANT, name).block(WITHIN));
    }

    private static final class FreeLease implements Attempt {

        @Override
        public int number() {
            return 1;
        }

        @Override
        public void holdLease() {
            // Nobody else works on it.
        }
    }
}
