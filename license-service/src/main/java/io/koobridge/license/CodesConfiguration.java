package io.koobridge.license;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.koobridge.events.license.CodeFact;
import io.koobridge.events.topic.Topics;
import io.koobridge.events.wire.EventFamily;
import io.koobridge.license.domain.code.AuthorizationCode;
import io.koobridge.license.domain.code.CodeMarket;
import io.koobridge.license.ledger.code.CodeCensus;
import io.koobridge.license.ledger.code.CodeRules;
import io.koobridge.license.ledger.code.CodeShape;
import io.koobridge.license.ledger.code.WaitingCodes;
import io.koobridge.license.outside.code.CodeInterfaces.Version;
import io.koobridge.license.outside.code.KooGalleryCodes;
import io.koobridge.license.reconcile.code.CodeWork;
import io.koobridge.license.web.code.CodeDesk;
import io.koobridge.license.web.code.CodeRoutes;
import io.koobridge.runtime.openapi.OpenApiClient;
import io.koobridge.runtime.topic.RequiredTopics;
import io.koobridge.service.config.LedgerDefinition;
import io.koobridge.service.config.LedgerModule;
import io.koobridge.service.config.ServiceTools;
import io.koobridge.service.gauge.StoreGauge;
import io.koobridge.service.reconcile.Worker;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Authorization codes: their ledger, what the marketplace is asked of them, and the door of the seller's software. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({CodesProperties.class, CodeDoorProperties.class})
class CodesConfiguration {

    private static final String LEDGER = "license-codes";

    @Bean
    RequiredTopics codeTopics() {
        return RequiredTopics.of(Topics.LICENSE_CODE_FACTS, Topics.LICENSE_CODE_FACTS.deadLetters());
    }

    @Bean
    WaitingCodes waitingCodes(MongoDatabase ledgerDatabase) {
        return new WaitingCodes(LedgerModule.collection(ledgerDatabase, LEDGER));
    }

    @Bean
    CodeCensus codeCensus(MongoDatabase ledgerDatabase, Clock clock) {
        return new CodeCensus(LedgerModule.collection(ledgerDatabase, LEDGER), clock);
    }

    @Bean
    CodeMarket codeMarket(OpenApiClient marketplace, CodesProperties properties, Clock clock, MeterRegistry metrics) {
        return new KooGalleryCodes(marketplace, properties.interfaces(), clock, metrics);
    }

    @Bean
    Worker<AuthorizationCode> codeWorker(
            CodeMarket market,
            WaitingCodes waiting,
            ServiceTools tools,
            CodesProperties properties,
            ObjectProvider<LedgerModule<CodeFact, AuthorizationCode>> codes) {
        var work = new CodeWork.Tools(
                market,
                tools.findings(),
                properties.reportAfter(),
                tools.telemetry().clock());
        return properties.activateVersion() == Version.V1
                ? CodeWork.oneByOne(work)
                : CodeWork.together(
                        work, new CodeWork.Book(LEDGER, () -> codes.getObject().ledger(), waiting, tools.requests()));
    }

    /** Nothing is published of codes: whoever may know of one has it. */
    @Bean
    LedgerModule<CodeFact, AuthorizationCode> licenseCodes(
            ServiceTools tools, Worker<AuthorizationCode> codeWorker, CodesProperties properties) {
        return new LedgerModule<>(
                new LedgerDefinition<>(
                        LEDGER,
                        new CodeShape(),
                        EventFamily.LICENSE_CODE_FACTS,
                        new CodeRules(properties.unknown()),
                        codeWorker,
                        (_, _) -> {}),
                tools);
    }

    @Bean
    Consumer<Message<List<byte[]>>> codeFacts(LedgerModule<CodeFact, AuthorizationCode> licenseCodes) {
        return licenseCodes.facts();
    }

    @Bean
    StoreGauge codesGauge(CodeCensus census) {
        return new StoreGauge(
                "koobridge.license.codes", "Authorization codes by what is known of them", census.byState());
    }

    @Bean
    StoreGauge unreportedUseGauge(CodeCensus census) {
        return new StoreGauge(
                "koobridge.license.code.usage.unreported.oldest.seconds",
                "For how long the oldest use of a code has not been reported",
                census.unreportedSeconds());
    }

    @Bean
    RouterFunction<ServerResponse> codeRoutes(
            ServiceTools tools,
            LedgerModule<CodeFact, AuthorizationCode> licenseCodes,
            CodeDoorProperties door,
            CodesProperties properties) {
        var telemetry = tools.telemetry();
        var book = new CodeDesk.Book(
                LEDGER, licenseCodes.ledger(), tools.requests(), tools.guard().ready());
        return new CodeRoutes(door.keys(), new CodeDesk(book, properties.reportAfter(), telemetry.clock()), telemetry)
                .open();
    }
}
