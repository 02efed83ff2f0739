package io.koobridge.gateway.config;

import com.github.benmanes.caffeine.cache.Ticker;
import io.koobridge.crypto.seal.Sealer;
import io.koobridge.events.topic.Topic;
import io.koobridge.gateway.address.AddressKind;
import io.koobridge.gateway.address.KeyType;
import io.koobridge.gateway.address.KeyUses;
import io.koobridge.gateway.address.KitPath.KitEdition;
import io.koobridge.gateway.address.ProductionAddress;
import io.koobridge.gateway.address.ProductionAddresses;
import io.koobridge.gateway.call.CallbackLog;
import io.koobridge.gateway.call.Callbacks;
import io.koobridge.gateway.call.Conversation;
import io.koobridge.gateway.call.NonceMemory;
import io.koobridge.gateway.command.Commands;
import io.koobridge.gateway.command.FirstReservation;
import io.koobridge.gateway.command.InstanceNames;
import io.koobridge.gateway.command.Licenses;
import io.koobridge.gateway.command.ServiceInstances;
import io.koobridge.gateway.command.ServiceLicenses;
import io.koobridge.gateway.command.ServiceTenants;
import io.koobridge.gateway.command.Tenants;
import io.koobridge.gateway.dialect.Dialect;
import io.koobridge.gateway.dialect.Dialects;
import io.koobridge.gateway.dialect.kit.KitV1;
import io.koobridge.gateway.dialect.kit.KitV2;
import io.koobridge.gateway.dialect.license.OnlineLicense;
import io.koobridge.gateway.dialect.license.code.LicenseCodes;
import io.koobridge.gateway.dialect.license.v1.LicenseV1;
import io.koobridge.gateway.dialect.orders.OrderNotifications;
import io.koobridge.gateway.dialect.saas.SaasWording.WaitingPage;
import io.koobridge.gateway.dialect.saas.v1.SaasV1;
import io.koobridge.gateway.dialect.saas.v2.SaasV2;
import io.koobridge.gateway.http.BodyBudget;
import io.koobridge.gateway.http.CallbackFilter;
import io.koobridge.gateway.http.NothingElse;
import io.koobridge.gateway.http.ServerSettings;
import io.koobridge.gateway.lost.LostCalls;
import io.koobridge.gateway.publish.FactFamily;
import io.koobridge.gateway.publish.FactPublishers;
import io.koobridge.gateway.publish.KafkaFacts;
import io.koobridge.gateway.publish.ProducerSettings;
import io.koobridge.gateway.publish.StartingProducer;
import io.koobridge.gateway.publish.StoringHealth;
import io.koobridge.gateway.waiting.WaitingPages;
import io.koobridge.gateway.web.KeyRoutes;
import io.koobridge.runtime.identity.SellerId;
import io.koobridge.runtime.journal.Journal;
import io.koobridge.runtime.kafka.KafkaClients;
import io.koobridge.runtime.port.InternalRoutes;
import io.koobridge.runtime.service.ServiceClients;
import io.koobridge.runtime.topic.RequiredTopics;
import io.koobridge.runtime.trace.Spans;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The rooms, put together. */
@Configuration(proxyBeanMethods = false)
class GatewayConfiguration {

    /** All bodies that are being held, together (design §3.1). */
    private static final long ALL_BODIES = 32L * 1024 * 1024;

    private static final long BODIES_OF_KIT = 24L * 1024 * 1024;

    private static final Duration BETWEEN_FIRST_QUESTIONS = Duration.ofSeconds(1);

    @Bean
    RequiredTopics topics(ProductionAddresses addresses) {
        return new RequiredTopics(addresses.all().stream()
                .flatMap(address -> Stream.concat(
                        factsOf(address.kind()),
                        address.keys().has(KeyType.KIT) ? Stream.of(FactFamily.TENANTS.topic()) : Stream.of()))
                .distinct()
                .toList());
    }

    private static Stream<Topic> factsOf(AddressKind kind) {
        return switch (kind) {
            case SAAS -> Stream.of(FactFamily.INSTANCES.topic());
            case LICENSE -> Stream.of(FactFamily.INSTANCES.topic(), FactFamily.LICENSES.topic());
            case LICENSE_CODE -> Stream.of(FactFamily.LICENSE_CODES.topic());
            case ORDERS -> Stream.of(FactFamily.ORDERS.topic());
        };
    }

    @Bean
    StartingProducer producer(KafkaClients kafka, RequiredTopics topics) {
        return new StartingProducer(() -> kafka.producer(ProducerSettings.ALL), topics.topics());
    }

    @Bean
    StoringHealth storing(StartingProducer producer) {
        return new StoringHealth(producer);
    }

    @Bean
    Licenses licenses(GatewayProperties properties, ServiceClients services) {
        var licenseUrl = properties.licenseUrl();
        return licenseUrl == null ? Licenses.none() : new ServiceLicenses(licenseUrl, services);
    }

    @Bean
    @ConditionalOnProperty("koobridge.gateway.license-url")
    FirstReservation firstReservation(GatewayProperties properties, ServiceClients services) {
        var license = services.of("license-first", Objects.requireNonNull(properties.licenseUrl()));
        return new FirstReservation(license, BETWEEN_FIRST_QUESTIONS);
    }

    @Bean
    Commands.Services commandServices(GatewayProperties properties, ServiceClients services, Licenses licenses) {
        var tenantSyncUrl = properties.tenantSyncUrl();
        return new Commands.Services(
                new ServiceInstances(properties.provisioningUrl(), services),
                licenses,
                tenantSyncUrl == null ? Tenants.none() : new ServiceTenants(tenantSyncUrl, services));
    }

    @Bean
    Commands commands(SellerId seller, KafkaFacts facts, Commands.Services services) {
        return new Commands(
                new InstanceNames(seller),
                new FactPublishers(
                        facts.of(FactFamily.INSTANCES),
                        facts.of(FactFamily.ORDERS),
                        facts.afterAnswers(FactFamily.LICENSES),
                        facts.of(FactFamily.LICENSE_CODES),
                        facts.of(FactFamily.TENANTS)),
                services);
    }

    @Bean
    KafkaFacts facts(StartingProducer producer, MeterRegistry meters, Spans spans) {
        return new KafkaFacts(producer, meters, spans);
    }

    @Bean
    ProductionAddresses productionAddresses(GatewayProperties properties) {
        return properties.productionAddresses();
    }

    @Bean
    KeyUses keyUses(ProductionAddresses addresses, Clock clock) {
        return new KeyUses(addresses.all(), clock);
    }

    @Bean
    InternalRoutes keyRoutes(KeyUses uses) {
        return KeyRoutes.of(uses);
    }

    @Bean
    CallbackLog callbackLog(Journal journal, MeterRegistry meters, KeyUses keyUses, LostCalls lostCalls, Spans spans) {
        return new CallbackLog(journal, meters, new CallbackLog.Memory(keyUses, lostCalls), spans);
    }

    /** Of the kinds that are configured, and no others: an installation needs no keys for what it does not hear. */
    @Bean
    Dialects dialects(
            ProductionAddresses addresses,
            SellerId seller,
            SealingProperties sealing,
            WaitingPages waitingPages,
            GatewayProperties properties) {
        WaitingPage page = id -> waitingPages.addressOf(id).map(URI::toString);
        var byKind = addresses.all().stream()
                .map(ProductionAddress::kind)
                .distinct()
                .collect(Collectors.toMap(Function.identity(), kind -> switch (kind) {
                    case SAAS ->
                        List.of(
                                new SaasV2(),
                                new SaasV1(new SaasV1.Tools(new InstanceNames(seller), sealing.contactSealer(), page)));
                    case LICENSE -> List.of(OnlineLicense.dialect(), LicenseV1.dialect());
                    case LICENSE_CODE -> List.of(LicenseCodes.dialect());
                    case ORDERS -> List.of(OrderNotifications.dialect());
                }));
        var kit = addresses.all().stream().anyMatch(address -> address.keys().has(KeyType.KIT));
        return new Dialects(byKind, kit ? kits(sealing.userSealer(), properties.kitBodySign()) : Map.of());
    }

    private static Map<KitEdition, Dialect> kits(Sealer users, boolean bodySign) {
        return Map.of(KitEdition.V1, KitV1.dialect(users), KitEdition.V2, KitV2.dialect(users, bodySign));
    }

    @Bean
    Callbacks callbacks(Dialects dialects, Commands commands, CallbackLog log, Clock clock) {
        var nonces = new NonceMemory(Ticker.systemTicker());
        var conversation = new Conversation(commands, nonces, log);
        return new Callbacks(dialects, conversation, log, clock);
    }

    @Bean
    CallbackFilter callbackFilter(ProductionAddresses addresses, Callbacks callbacks, Clock clock) {
        var all = new BodyBudget(ALL_BODIES);
        return new CallbackFilter(
                addresses, callbacks, new CallbackFilter.Budgets(all, all.part(BODIES_OF_KIT)), clock);
    }

    @Bean
    NothingElse nothingElse(ApplicationContext ofPublicPort) {
        return new NothingElse(ofPublicPort);
    }

    @Bean
    ServerSettings serverSettings() {
        return new ServerSettings();
    }
}
