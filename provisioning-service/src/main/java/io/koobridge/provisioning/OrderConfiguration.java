package io.koobridge.provisioning;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.koobridge.events.order.OrderFact;
import io.koobridge.events.topic.Topics;
import io.koobridge.events.wire.EventCodec;
import io.koobridge.events.wire.EventFamily;
import io.koobridge.provisioning.domain.ObservedOrder;
import io.koobridge.provisioning.domain.OrderSight;
import io.koobridge.provisioning.ledger.Names;
import io.koobridge.provisioning.ledger.ObservedOrders;
import io.koobridge.provisioning.ledger.OrderMentions;
import io.koobridge.provisioning.ledger.OrderOwners;
import io.koobridge.provisioning.ledger.OrderRules;
import io.koobridge.provisioning.ledger.OrderShape;
import io.koobridge.provisioning.ledger.OwnOrders;
import io.koobridge.provisioning.ledger.SoldProducts;
import io.koobridge.provisioning.messaging.OrderSnapshots;
import io.koobridge.provisioning.reconcile.Expectations;
import io.koobridge.provisioning.reconcile.OrderComparer;
import io.koobridge.provisioning.reconcile.OrderKnowledge;
import io.koobridge.provisioning.reconcile.OrderPatrol;
import io.koobridge.provisioning.reconcile.OrderWorker;
import io.koobridge.provisioning.web.OrderRoutes;
import io.koobridge.runtime.port.InternalRoutes;
import io.koobridge.runtime.topic.RequiredTopics;
import io.koobridge.service.config.LedgerDefinition;
import io.koobridge.service.config.LedgerModule;
import io.koobridge.service.config.ServiceTools;
import io.koobridge.service.finding.Findings;
import io.koobridge.service.gauge.StoreGauge;
import io.koobridge.service.reconcile.PatrolSchedule;
import io.koobridge.service.state.StatePublisher;
import io.koobridge.service.web.OperatorDeeds;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.stream.function.StreamBridge;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import reactor.core.publisher.Mono;

/** The other ledger: orders that the marketplace told of (order-notification). */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OrderProperties.class)
class OrderConfiguration {

    private static final String LEDGER = "orders";
    private static final String INSTANCES = "instances";
    private static final String STATES_BINDING = "orderStates-out-0";

    @Bean
    RequiredTopics orderTopics() {
        return RequiredTopics.of(Topics.ORDER_FACTS, Topics.ORDER_FACTS.deadLetters(), Topics.ORDER_STATES);
    }

    @Bean
    OrderMentions orderMentions(MongoDatabase ledgerDatabase) {
        return new OrderMentions(LedgerModule.collection(ledgerDatabase, "order-mentions"));
    }

    @Bean
    SoldProducts soldProducts(MongoDatabase ledgerDatabase) {
        return new SoldProducts(LedgerModule.collection(ledgerDatabase, INSTANCES));
    }

    @Bean
    ObservedOrders observedOrders(MongoDatabase ledgerDatabase) {
        return new ObservedOrders(LedgerModule.collection(ledgerDatabase, LEDGER));
    }

    @Bean
    OrderOwners orderOwners(Names names, OrderMentions mentions, OwnOrders ownOrders) {
        return new OrderOwners(names, mentions, ownOrders::of);
    }

    @Bean
    OrderKnowledge orderKnowledge(OrderOwners owners, SoldProducts products) {
        return new OrderKnowledge() {

            @Override
            public Mono<String> instanceOf(ObservedOrder order) {
                return owners.instanceOf(order);
            }

            @Override
            public Mono<Boolean> serves(List<String> productIds) {
                return products.anyOf(productIds);
            }

            @Override
            public Mono<Boolean> leavesUnsubscriptionsUnnamed(List<String> productIds) {
                return products.byV1OrAsLicensesAlone(productIds);
            }
        };
    }

    @Bean
    Expectations expectations(OrderKnowledge knowledge, OrderProperties properties) {
        return new Expectations(properties.expectedProducts(), knowledge);
    }

    @Bean
    OrderComparer orderComparer(OrderKnowledge knowledge, Expectations expectations, Findings findings) {
        return new OrderComparer(knowledge, expectations, findings);
    }

    @Bean
    OrderWorker orderWorker(OrderSight orders, OrderComparer comparer, OrderProperties properties, Clock clock) {
        return new OrderWorker(orders, comparer, properties.grace(), clock);
    }

    @Bean
    OrderSnapshots orderSnapshots(StreamBridge bridge, Clock clock) {
        return new OrderSnapshots(
                new StatePublisher<>(bridge, STATES_BINDING, new EventCodec<>(EventFamily.ORDER_STATES)), clock);
    }

    @Bean
    LedgerModule<OrderFact, ObservedOrder> orders(ServiceTools tools, OrderWorker worker, OrderSnapshots snapshots) {
        return new LedgerModule<>(
                new LedgerDefinition<>(
                        LEDGER, new OrderShape(), EventFamily.ORDER_FACTS, new OrderRules(), worker, snapshots),
                tools);
    }

    @Bean
    Consumer<Message<List<byte[]>>> orderFacts(LedgerModule<OrderFact, ObservedOrder> orders) {
        return orders.facts();
    }

    @Bean
    StoreGauge ordersGauge(ObservedOrders observed) {
        return new StoreGauge(
                "koobridge.orders", "Orders that were told of, by what their comparison said", observed.byComparison());
    }

    @Bean
    OrderPatrol.Known knownOrders(OrderKnowledge knowledge, Expectations expectations) {
        return new OrderPatrol.Known(knowledge, expectations);
    }

    @Bean
    PatrolSchedule orderPatrols(
            LedgerModule<OrderFact, ObservedOrder> orders,
            ObservedOrders observed,
            OrderPatrol.Known known,
            ServiceTools tools,
            OrderProperties properties) {
        var book = new OrderPatrol.Book(LEDGER, orders.ledger(), observed, tools.requests());
        var patrol = new OrderPatrol(book, known, tools.findings());
        return new PatrolSchedule(tools.guard().ready(), () -> List.of(patrol), properties.checkInterval());
    }

    @Bean
    InternalRoutes orderRoutes(
            LedgerModule<OrderFact, ObservedOrder> orders,
            ObservedOrders observed,
            ServiceTools tools,
            OperatorDeeds deeds) {
        var book = new OrderRoutes.Book(LEDGER, orders.ledger(), tools.requests());
        return new OrderRoutes(book, observed, deeds, tools.telemetry().clock()).internal();
    }
}
