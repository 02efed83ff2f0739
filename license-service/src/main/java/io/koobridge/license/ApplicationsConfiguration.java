package io.koobridge.license;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.koobridge.events.instance.InstanceSnapshot;
import io.koobridge.events.license.LicenseFact;
import io.koobridge.events.topic.Topics;
import io.koobridge.events.wire.EventCodec;
import io.koobridge.events.wire.EventFamily;
import io.koobridge.license.domain.Application;
import io.koobridge.license.domain.Delivery;
import io.koobridge.license.domain.KnownInstance;
import io.koobridge.license.ledger.ApplicationBook;
import io.koobridge.license.ledger.ApplicationIndex;
import io.koobridge.license.ledger.ApplicationRules;
import io.koobridge.license.ledger.ApplicationShape;
import io.koobridge.license.ledger.InstanceSource;
import io.koobridge.license.ledger.KnownInstances;
import io.koobridge.license.ledger.MongoStoredLicenses;
import io.koobridge.license.ledger.Places;
import io.koobridge.license.ledger.StoredLicenses;
import io.koobridge.license.messaging.LicenseSnapshots;
import io.koobridge.license.reconcile.ApplicationWorker;
import io.koobridge.license.reconcile.Issuing;
import io.koobridge.license.reconcile.KeptPlaces;
import io.koobridge.license.reconcile.OtherDevices;
import io.koobridge.license.reconcile.Uploading;
import io.koobridge.license.web.LicenseResultRoutes;
import io.koobridge.license.web.LicenseRoutes;
import io.koobridge.license.web.PlaceRoutes;
import io.koobridge.runtime.port.InternalRoutes;
import io.koobridge.runtime.topic.RequiredTopics;
import io.koobridge.runtime.webhook.WebhookSecrets;
import io.koobridge.service.config.LedgerDefinition;
import io.koobridge.service.config.LedgerModule;
import io.koobridge.service.config.ServiceTools;
import io.koobridge.service.finding.Findings;
import io.koobridge.service.gauge.StoreGauge;
import io.koobridge.service.ledger.Entry;
import io.koobridge.service.state.StatePublisher;
import io.koobridge.service.web.OperatorDeeds;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.cloud.stream.function.StreamBridge;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.messaging.Message;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** The ledger of licences, from the application to the marketplace. */
@Configuration(proxyBeanMethods = false)
class ApplicationsConfiguration {

    private static final String LEDGER = "applications";
    private static final String STATES_BINDING = "licenseStates-out-0";

    @Bean
    RequiredTopics licenseTopics() {
        return RequiredTopics.of(
                Topics.LICENSE_FACTS, Topics.LICENSE_FACTS.deadLetters(), Topics.LICENSE_STATES, Topics.JOURNAL);
    }

    @Bean
    StoredLicenses storedLicenses(MongoDatabase ledgerDatabase, Clock clock) {
        return new MongoStoredLicenses(LedgerModule.collection(ledgerDatabase, "licenses"), clock);
    }

    @Bean
    ApplicationIndex applicationIndex(MongoDatabase ledgerDatabase, Clock clock) {
        return new ApplicationIndex(LedgerModule.collection(ledgerDatabase, LEDGER), clock);
    }

    /** Asked when it is needed: instances know licences, too. */
    @Bean
    InstanceSource instanceSource(ObjectProvider<LedgerModule<InstanceSnapshot, KnownInstance>> instances) {
        return id -> instances.getObject().ledger().find(id).map(Entry::state);
    }

    @Bean
    KeptPlaces keptPlaces(@Lazy Places places) {
        return new KeptPlaces(places);
    }

    @Bean
    ApplicationWorker applicationWorker(
            InstanceSource instances, ApplicationIndex index, KeptPlaces places, Issuing issuing, Uploading uploading) {
        return new ApplicationWorker(
                new ApplicationWorker.Known(instances, new OtherDevices(index::ofEvent)), places, issuing, uploading);
    }

    @Bean
    Uploading uploading(Delivery delivery, Findings findings, Clock clock) {
        return new Uploading(delivery, findings, clock);
    }

    @Bean
    LicenseSnapshots licenseSnapshots(StreamBridge bridge, Clock clock) {
        return new LicenseSnapshots(
                new StatePublisher<>(bridge, STATES_BINDING, new EventCodec<>(EventFamily.LICENSE_STATES)), clock);
    }

    @Bean
    LedgerModule<LicenseFact, Application> applications(
            ServiceTools tools, ApplicationWorker worker, LicenseSnapshots snapshots) {
        return new LedgerModule<>(
                new LedgerDefinition<>(
                        LEDGER,
                        new ApplicationShape(),
                        EventFamily.LICENSE_FACTS,
                        new ApplicationRules(),
                        worker,
                        snapshots),
                tools);
    }

    @Bean
    Consumer<Message<List<byte[]>>> licenseFacts(LedgerModule<LicenseFact, Application> applications) {
        return applications.facts();
    }

    @Bean
    ApplicationBook licenseBook(
            ServiceTools tools, LedgerModule<LicenseFact, Application> applications, ApplicationIndex index) {
        var shelf = new ApplicationBook.Shelf(
                applications.name(),
                applications.ledger(),
                tools.requests(),
                tools.guard().ready());
        return new ApplicationBook(shelf, index::ofInstance, tools.telemetry().clock());
    }

    @Bean
    InternalRoutes purchasedLicenseRoutes(KnownInstances instances, ApplicationBook book, StoredLicenses licenses) {
        return new LicenseRoutes(instances, book, licenses).internal();
    }

    @Bean
    InternalRoutes placeRoutes(ApplicationBook book, OperatorDeeds deeds) {
        return new PlaceRoutes(book, deeds).internal();
    }

    @Bean
    RouterFunction<ServerResponse> licenseResultRoutes(
            WebhookSecrets licenseServerSecrets, ApplicationBook book, ServiceTools tools) {
        return new LicenseResultRoutes(licenseServerSecrets, book, tools.telemetry()).open();
    }

    @Bean
    StoreGauge licensesGauge(ApplicationIndex index) {
        return new StoreGauge("koobridge.licenses", "Licences by how far they are", index.byPhase());
    }

    @Bean
    StoreGauge undeliveredGauge(ApplicationIndex index) {
        return new StoreGauge(
                "koobridge.license.undelivered.oldest.seconds",
                "How long the licence has been wanted that waits longest for its delivery",
                index.longestUndelivered());
    }
}
