package io.koobridge.tenant;

import static java.util.Objects.requireNonNull;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.koobridge.events.tenant.TenantFact;
import io.koobridge.events.topic.Topics;
import io.koobridge.events.wire.EventCodec;
import io.koobridge.events.wire.EventFamily;
import io.koobridge.runtime.port.InternalRoutes;
import io.koobridge.runtime.topic.RequiredTopics;
import io.koobridge.service.config.LedgerDefinition;
import io.koobridge.service.config.LedgerModule;
import io.koobridge.service.config.ServiceTools;
import io.koobridge.service.gauge.StoreGauge;
import io.koobridge.service.ledger.MongoLedgerStore;
import io.koobridge.service.reconcile.PatrolSchedule;
import io.koobridge.service.seal.Sealing;
import io.koobridge.service.state.StatePublisher;
import io.koobridge.service.web.OperatorDeeds;
import io.koobridge.tenant.domain.Department;
import io.koobridge.tenant.domain.Tenant;
import io.koobridge.tenant.domain.User;
import io.koobridge.tenant.domain.directory.Directory;
import io.koobridge.tenant.ledger.DepartmentChanges;
import io.koobridge.tenant.ledger.Propagated;
import io.koobridge.tenant.ledger.RowTable;
import io.koobridge.tenant.ledger.SyncRuns;
import io.koobridge.tenant.ledger.TenantBook;
import io.koobridge.tenant.ledger.TenantRows;
import io.koobridge.tenant.ledger.TenantRows.Tables;
import io.koobridge.tenant.ledger.TenantRules;
import io.koobridge.tenant.ledger.TenantShape;
import io.koobridge.tenant.messaging.TenantSnapshots;
import io.koobridge.tenant.outside.ClientSecrets;
import io.koobridge.tenant.outside.RsaKeyProperties;
import io.koobridge.tenant.outside.SealedUsers;
import io.koobridge.tenant.outside.TenantSealingProperties;
import io.koobridge.tenant.reconcile.DepartmentDesk;
import io.koobridge.tenant.reconcile.OldRuns;
import io.koobridge.tenant.reconcile.OrganisationReview;
import io.koobridge.tenant.reconcile.PartlyRead;
import io.koobridge.tenant.reconcile.Propagation;
import io.koobridge.tenant.reconcile.TenantWorker;
import io.koobridge.tenant.reconcile.UserDesk;
import io.koobridge.tenant.reconcile.Wanted;
import io.koobridge.tenant.web.Feed;
import io.koobridge.tenant.web.FeedRoutes;
import io.koobridge.tenant.web.SecretRoutes;
import io.koobridge.tenant.web.TenantRoutes;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.stream.function.StreamBridge;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ResourceLoader;
import org.springframework.messaging.Message;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The ledger of tenants, with the tables of their departments and users, and who reads them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({TenantsProperties.class, RsaKeyProperties.class, TenantSealingProperties.class})
class TenantsConfiguration {

    private static final String LEDGER = "tenants";
    private static final String STATES_BINDING = "tenantStates-out-0";
    private static final Duration RUNS_FORGOTTEN_EVERY = Duration.ofHours(1);

    /** Keys are tried by two at a time; who waits behind so many waits too long anyway. */
    private static final int SECRETS_AT_ONCE = 2;

    private static final int SECRETS_WAITING = 256;

    @Bean
    RequiredTopics tenantTopics() {
        return RequiredTopics.of(
                Topics.TENANT_FACTS, Topics.TENANT_FACTS.deadLetters(), Topics.TENANT_STATES, Topics.JOURNAL);
    }

    @Bean
    RowTable<Department> departmentTable(MongoDatabase ledgerDatabase) {
        return RowTable.ofDepartments(LedgerModule.collection(ledgerDatabase, "departments"));
    }

    @Bean
    RowTable<User> userTable(MongoDatabase ledgerDatabase) {
        return RowTable.ofUsers(LedgerModule.collection(ledgerDatabase, "users"));
    }

    @Bean
    SyncRuns syncRuns(MongoDatabase ledgerDatabase) {
        return new SyncRuns(LedgerModule.collection(ledgerDatabase, "sync-runs"));
    }

    @Bean
    Tables tenantTables(RowTable<Department> departmentTable, RowTable<User> userTable, SyncRuns syncRuns) {
        return new Tables(departmentTable, userTable, syncRuns);
    }

    /** For those who only read, and who would otherwise need what needs them. */
    @Bean
    TenantBook tenantBook(MongoDatabase ledgerDatabase) {
        var collection = LedgerModule.collection(ledgerDatabase, LEDGER);
        return new TenantBook(new MongoLedgerStore<>(collection, Tenant.class), collection);
    }

    @Bean
    TenantRows tenantRows(TenantBook book, Tables tables, Directory directory, Clock clock, MeterRegistry metrics) {
        return new TenantRows(book::find, tables, directory.keeps(), clock, metrics);
    }

    @Bean
    Wanted wantedUsers(TenantSealingProperties properties) {
        return new Wanted(new SealedUsers(Sealing.of(requireNonNull(properties.users()))));
    }

    @Bean
    TenantWorker tenantWorker(
            Tables tables, Directory directory, Wanted wanted, ServiceTools tools, TenantsProperties properties) {
        var clock = tools.telemetry().clock();
        var metrics = tools.telemetry().metrics();
        var review = new OrganisationReview(
                new DepartmentChanges(tables, directory.keeps(), clock),
                tools.findings(),
                properties.organisationIsSnapshot());
        var propagation = new Propagation(
                new DepartmentDesk(tables.departments(), tables.users(), directory, clock, metrics),
                new UserDesk(tables.departments(), tables.users(), directory, wanted, clock, metrics),
                directory,
                tools.findings(),
                clock);
        return new TenantWorker(review, propagation);
    }

    @Bean
    TenantSnapshots tenantSnapshots(StreamBridge bridge, Clock clock) {
        return new TenantSnapshots(
                new StatePublisher<>(bridge, STATES_BINDING, new EventCodec<>(EventFamily.TENANT_STATES)), clock);
    }

    @Bean
    LedgerModule<TenantFact, Tenant> tenants(
            ServiceTools tools, TenantRows rows, TenantWorker worker, TenantSnapshots snapshots) {
        return new LedgerModule<>(
                new LedgerDefinition<>(
                        LEDGER,
                        new TenantShape(),
                        EventFamily.TENANT_FACTS,
                        new TenantRules(rows, new PartlyRead(tools.findings())::note),
                        worker,
                        snapshots),
                tools);
    }

    @Bean
    Consumer<Message<List<byte[]>>> tenantFacts(LedgerModule<TenantFact, Tenant> tenants) {
        return tenants.facts();
    }

    @Bean
    ClientSecrets clientSecrets(
            RsaKeyProperties keys, TenantSealingProperties sealing, ResourceLoader locations, MeterRegistry metrics) {
        var secrets = new ClientSecrets(
                ClientSecrets.keys(keys, locations), Sealing.of(requireNonNull(sealing.clients())), metrics);
        secrets.warmUp();
        return secrets;
    }

    @Bean(destroyMethod = "dispose")
    Scheduler secretThreads() {
        return Schedulers.newBoundedElastic(SECRETS_AT_ONCE, SECRETS_WAITING, "secrets");
    }

    @Bean
    InternalRoutes secretRoutes(ClientSecrets secrets, Scheduler secretThreads) {
        return new SecretRoutes(secrets, secretThreads).internal();
    }

    @Bean
    InternalRoutes tenantRoutes(
            TenantBook book,
            Tables tables,
            Directory directory,
            ServiceTools tools,
            LedgerModule<TenantFact, Tenant> tenants,
            OperatorDeeds deeds) {
        var propagated = new Propagated(LEDGER, tenants.ledger(), tools.requests(), directory.keeps());
        return new TenantRoutes(book, tables, propagated, deeds).internal();
    }

    @Bean
    RouterFunction<ServerResponse> feedRoutes(
            TenantsProperties properties, TenantBook book, Tables tables, Wanted wanted, ServiceTools tools) {
        return new FeedRoutes(
                        properties.keys(),
                        new Feed(book, tables, wanted),
                        tools.guard().ready(),
                        tools.telemetry().metrics())
                .open();
    }

    @Bean
    PatrolSchedule runPatrols(SyncRuns runs, ServiceTools tools) {
        var patrol = new OldRuns(runs, tools.telemetry().clock());
        return new PatrolSchedule(tools.guard().ready(), () -> List.of(patrol), RUNS_FORGOTTEN_EVERY);
    }

    @Bean
    StoreGauge missingDepartmentsGauge(TenantBook book) {
        return new StoreGauge(
                "koobridge.tenant.departments.missing",
                "Departments that the last whole organisation of their tenant did not name",
                book.missingDepartments().map(missing -> Map.of(Tags.empty(), missing)));
    }

    @Bean
    StoreGauge unpropagatedGauge(Tables tables, Clock clock) {
        return new StoreGauge(
                "koobridge.directory.unpropagated.oldest.seconds",
                "For how long the directory has not heard of the change that waits longest",
                Flux.concat(
                                tables.departments().oldestUnpropagated(),
                                tables.users().oldestUnpropagated())
                        .reduce((one, other) -> one.isBefore(other) ? one : other)
                        .map(since -> seconds(since, clock))
                        .defaultIfEmpty(0L)
                        .map(seconds -> Map.of(Tags.empty(), seconds)));
    }

    private static long seconds(Instant since, Clock clock) {
        return Math.max(0, Duration.between(since, clock.instant()).toSeconds());
    }
}
