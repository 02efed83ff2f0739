package io.koobridge.service.config;

import com.mongodb.ConnectionString;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.koobridge.runtime.identity.SellerId;
import io.koobridge.runtime.identity.ServiceName;
import io.koobridge.runtime.journal.Journal;
import io.koobridge.runtime.port.InternalRoutes;
import io.koobridge.runtime.trace.Spans;
import io.koobridge.service.Telemetry;
import io.koobridge.service.facts.DeadLetters;
import io.koobridge.service.finding.Findings;
import io.koobridge.service.ledger.SellerStamp;
import io.koobridge.service.ledger.StoreGuard;
import io.koobridge.service.ledger.StoreHealth;
import io.koobridge.service.ledger.StorePreparation;
import io.koobridge.service.reconcile.PatrolSchedule;
import io.koobridge.service.reconcile.Requests;
import io.koobridge.service.web.AdmissionRoutes;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.support.ProducerListener;
import org.springframework.scheduling.TaskScheduler;

/** What a service gets by depending on common-service; it adds its {@link LedgerModule}s and its bindings. */
@AutoConfiguration
@EnableConfigurationProperties({LedgerProperties.class, GaugeProperties.class})
@Import({RequestsConfiguration.class, OperatorConfiguration.class, GaugeConfiguration.class})
public class ServiceAutoConfiguration {

    private static final int WRONG_SELLER = 3;

    @Bean
    Telemetry telemetry(ServiceName service, Clock clock, Journal journal, MeterRegistry metrics, Spans spans) {
        return new Telemetry(service.value(), clock, journal, metrics, spans);
    }

    @Bean
    MongoDatabase ledgerDatabase(MongoClient client, Environment environment) {
        var database = new ConnectionString(environment.getRequiredProperty("spring.mongodb.uri")).getDatabase();
        if (database == null) {
            throw new IllegalArgumentException(
                    "spring.mongodb.uri must name a database, as in mongodb://host/koobridge");
        }
        return client.getDatabase(database);
    }

    /** A bean of its own, for only the context closes it. */
    @Bean
    ProducerFactory<byte[], byte[]> bytesProducerFactory(KafkaProperties properties) {
        var settings = properties.buildProducerProperties();
        settings.putAll(Map.of(
                ProducerConfig.ACKS_CONFIG, "all",
                ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000,
                ProducerConfig.LINGER_MS_CONFIG, 0));
        return new DefaultKafkaProducerFactory<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    @Bean
    KafkaTemplate<byte[], byte[]> bytesTemplate(ProducerFactory<byte[], byte[]> bytesProducerFactory) {
        var template = new KafkaTemplate<>(bytesProducerFactory);
        // Whoever sends says what became of it; the default says it too, with the record and a stack.
        template.setProducerListener(new ProducerListener<>() {});
        return template;
    }

    @Bean
    Findings findings(MongoDatabase ledgerDatabase, Telemetry telemetry) {
        return new Findings(LedgerModule.collection(ledgerDatabase, "findings"), telemetry);
    }

    @Bean
    DeadLetters deadLetters(KafkaTemplate<byte[], byte[]> bytesTemplate, Telemetry telemetry) {
        return new DeadLetters(bytesTemplate, telemetry);
    }

    @Bean
    ServiceTools serviceTools(
            Telemetry telemetry,
            LedgerProperties properties,
            MongoDatabase ledgerDatabase,
            StoreGuard guard,
            Requests requests,
            DeadLetters deadLetters,
            Findings findings) {
        return new ServiceTools(
                telemetry,
                () -> UUID.randomUUID().toString(),
                properties,
                ledgerDatabase,
                guard,
                requests,
                deadLetters,
                findings);
    }

    @Bean
    StorePreparation sellerStamp(SellerId seller) {
        return new SellerStamp(seller);
    }

    @Bean
    StoreGuard storeGuard(
            MongoDatabase ledgerDatabase,
            ObjectProvider<StorePreparation> preparations,
            ObjectProvider<LedgerModule<?, ?>> modules,
            ConfigurableApplicationContext context) {
        return new StoreGuard(
                ledgerDatabase,
                () -> Stream.concat(
                                preparations.orderedStream(), modules.stream().map(LedgerModule::preparation))
                        .toList(),
                mismatch -> {
                    LoggerFactory.getLogger(StoreGuard.class).error(mismatch.getMessage());
                    Thread.ofPlatform().start(() -> System.exit(SpringApplication.exit(context, () -> WRONG_SELLER)));
                });
    }

    @Bean
    StoreHealth storeHealthIndicator(MongoDatabase ledgerDatabase) {
        return new StoreHealth(LedgerModule.collection(ledgerDatabase, "settings"));
    }

    @Bean
    PatrolSchedule sweepPatrols(
            StoreGuard guard, ObjectProvider<LedgerModule<?, ?>> modules, LedgerProperties properties) {
        return new PatrolSchedule(
                guard.ready(), () -> modules.stream().map(LedgerModule::sweep).toList(), properties.sweepInterval());
    }

    @Bean
    QuietEnd quietEnd() {
        return new QuietEnd();
    }

    @Bean
    FactBindings factBindings(TaskScheduler retryScheduler) {
        return new FactBindings(retryScheduler);
    }

    @Bean
    QuickBindings quickBindings() {
        return new QuickBindings();
    }

    @Bean
    InternalRoutes admissionRoutes(ObjectProvider<LedgerModule<?, ?>> modules) {
        return new AdmissionRoutes(() -> modules.stream().toList()).internal();
    }
}
