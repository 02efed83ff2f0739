package io.koobridge.provisioning;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.koobridge.events.instance.InstanceFact;
import io.koobridge.events.topic.Topics;
import io.koobridge.events.wire.EventCodec;
import io.koobridge.events.wire.EventFamily;
import io.koobridge.provisioning.domain.Instance;
import io.koobridge.provisioning.domain.OrderQuery;
import io.koobridge.provisioning.domain.Provisioner;
import io.koobridge.provisioning.ledger.ExpiredInstances;
import io.koobridge.provisioning.ledger.InstanceCensus;
import io.koobridge.provisioning.ledger.InstanceRules;
import io.koobridge.provisioning.ledger.InstanceShape;
import io.koobridge.provisioning.ledger.LearnedOrders;
import io.koobridge.provisioning.ledger.Names;
import io.koobridge.provisioning.ledger.OrderMentions;
import io.koobridge.provisioning.ledger.OwnOrders;
import io.koobridge.provisioning.messaging.InstanceSnapshots;
import io.koobridge.provisioning.outside.ImportedTexts;
import io.koobridge.provisioning.outside.ResealedFacts;
import io.koobridge.provisioning.outside.SealedAccess;
import io.koobridge.provisioning.reconcile.ExpiryPatrol;
import io.koobridge.provisioning.reconcile.InstanceWorker;
import io.koobridge.provisioning.reconcile.Remarks;
import io.koobridge.provisioning.web.ChangeRoutes;
import io.koobridge.provisioning.web.InstanceRoutes;
import io.koobridge.provisioning.web.ProductRoutes;
import io.koobridge.provisioning.web.ResultDesk;
import io.koobridge.provisioning.web.imports.ImportBook;
import io.koobridge.provisioning.web.imports.ImportDesk;
import io.koobridge.provisioning.web.imports.ImportRoutes;
import io.koobridge.runtime.identity.SellerId;
import io.koobridge.runtime.port.InternalRoutes;
import io.koobridge.runtime.topic.RequiredTopics;
import io.koobridge.runtime.webhook.WebhookSecrets;
import io.koobridge.service.config.LedgerDefinition;
import io.koobridge.service.config.LedgerModule;
import io.koobridge.service.config.ServiceTools;
import io.koobridge.service.facts.FactRules;
import io.koobridge.service.finding.Findings;
import io.koobridge.service.gauge.StoreGauge;
import io.koobridge.service.reconcile.PatrolSchedule;
import io.koobridge.service.seal.Sealing;
import io.koobridge.service.state.StatePublisher;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.stream.function.StreamBridge;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** One ledger of instances and its bindings. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ExpiryProperties.class)
class ProvisioningConfiguration {

    private static final String LEDGER = "instances";
    private static final String STATES_BINDING = "instanceStates-out-0";

    @Bean
    RequiredTopics instanceTopics() {
        return RequiredTopics.of(
                Topics.INSTANCE_FACTS, Topics.INSTANCE_FACTS.deadLetters(), Topics.INSTANCE_STATES, Topics.JOURNAL);
    }

    @Bean
    Names names(MongoDatabase ledgerDatabase, SellerId seller) {
        return new Names(
                LedgerModule.collection(ledgerDatabase, "order-aliases"),
                LedgerModule.collection(ledgerDatabase, "id-aliases"),
                seller.value());
    }

    @Bean
    OwnOrders ownOrders(MongoDatabase ledgerDatabase) {
        return new OwnOrders(LedgerModule.collection(ledgerDatabase, LEDGER));
    }

    @Bean
    InstanceWorker instanceWorker(
            InstanceWorker.Orders orderLookUps, Findings findings, InstanceWorker.Product product, Clock clock) {
        return new InstanceWorker(orderLookUps, new Remarks(findings), product, clock);
    }

    @Bean
    InstanceWorker.Orders orderLookUps(OrderQuery query, Names names, OwnOrders ownOrders) {
        return new InstanceWorker.Orders(query, new LearnedOrders(names, ownOrders));
    }

    @Bean
    InstanceWorker.Product product(Provisioner provisioner, SealedAccess access) {
        return new InstanceWorker.Product(provisioner, access);
    }

    @Bean
    ExpiredInstances expiredInstances(MongoDatabase ledgerDatabase) {
        return new ExpiredInstances(LedgerModule.collection(ledgerDatabase, LEDGER));
    }

    @Bean
    InstanceCensus instanceCensus(MongoDatabase ledgerDatabase) {
        return new InstanceCensus(LedgerModule.collection(ledgerDatabase, LEDGER));
    }

    @Bean
    StoreGauge instancesGauge(InstanceCensus census) {
        return new StoreGauge("koobridge.instances", "Instances in each phase of their lives", census.byPhase());
    }

    @Bean
    PatrolSchedule expiryPatrols(
            ExpiredInstances expired,
            LedgerModule<InstanceFact, Instance> instances,
            ServiceTools tools,
            ExpiryProperties properties) {
        var patrol = new ExpiryPatrol(
                expired, instances.ledger(), tools.findings(), tools.telemetry().clock());
        return new PatrolSchedule(tools.guard().ready(), () -> List.of(patrol), properties.checkInterval());
    }

    @Bean
    InstanceSnapshots instanceSnapshots(StreamBridge bridge, Clock clock) {
        return new InstanceSnapshots(
                new StatePublisher<>(bridge, STATES_BINDING, new EventCodec<>(EventFamily.INSTANCE_STATES)), clock);
    }

    @Bean
    FactRules<InstanceFact, Instance> instanceRules(
            Names names, OrderMentions mentions, Sealing contactSealing, Findings findings) {
        return new InstanceRules(names, mentions, new ResealedFacts(contactSealing), findings);
    }

    @Bean
    LedgerModule<InstanceFact, Instance> instances(
            ServiceTools tools,
            FactRules<InstanceFact, Instance> instanceRules,
            InstanceWorker worker,
            InstanceSnapshots snapshots) {
        return new LedgerModule<>(
                new LedgerDefinition<>(
                        LEDGER, new InstanceShape(), EventFamily.INSTANCE_FACTS, instanceRules, worker, snapshots),
                tools);
    }

    @Bean
    Consumer<Message<List<byte[]>>> instanceFacts(LedgerModule<InstanceFact, Instance> instances) {
        return instances.facts();
    }

    @Bean
    InternalRoutes instanceRoutes(LedgerModule<InstanceFact, Instance> instances, Names names, SealedAccess access) {
        return new InstanceRoutes(instances.ledger(), names, access).internal();
    }

    @Bean
    InternalRoutes changeRoutes(LedgerModule<InstanceFact, Instance> instances, Names names, Provisioner provisioner) {
        return new ChangeRoutes(instances.ledger(), names::known, provisioner).internal();
    }

    @Bean
    InternalRoutes importRoutes(
            ServiceTools tools, LedgerModule<InstanceFact, Instance> instances, Names names, ImportedTexts texts) {
        var shelf = new ImportBook.Shelf(
                instances.name(),
                instances.ledger(),
                tools.requests(),
                tools.guard().ready());
        return new ImportRoutes(new ImportDesk(new ImportBook(shelf, texts, tools.telemetry()), names)).internal();
    }

    /** The only route of the public port besides liveness. */
    @Bean
    RouterFunction<ServerResponse> productRoutes(
            ServiceTools tools,
            LedgerModule<InstanceFact, Instance> instances,
            SealedAccess access,
            WebhookSecrets secrets) {
        var book = new ResultDesk.Book(
                instances.name(),
                instances.ledger(),
                tools.requests(),
                tools.guard().ready());
        var desk = new ResultDesk(book, access, tools.telemetry());
        return new ProductRoutes(secrets, desk, tools.telemetry()).open();
    }
}
