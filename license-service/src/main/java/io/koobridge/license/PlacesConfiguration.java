package io.koobridge.license;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.koobridge.events.inquiry.LicenseReservation;
import io.koobridge.license.domain.Entitlements;
import io.koobridge.license.ledger.ApplicationIndex;
import io.koobridge.license.ledger.KnownInstances;
import io.koobridge.license.ledger.LicenseBook;
import io.koobridge.license.ledger.OrderPlaces;
import io.koobridge.license.ledger.SlotTable;
import io.koobridge.license.messaging.TopicRead;
import io.koobridge.license.reconcile.ReservationPatrol;
import io.koobridge.license.web.ReservationDesk;
import io.koobridge.license.web.ReservationRoutes;
import io.koobridge.runtime.port.InternalRoutes;
import io.koobridge.service.config.LedgerModule;
import io.koobridge.service.config.ServiceTools;
import io.koobridge.service.gauge.StoreGauge;
import io.koobridge.service.reconcile.PatrolSchedule;
import java.time.Clock;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.stream.config.BindingServiceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;
import reactor.core.publisher.Mono;

/** Places among an order's licences: reserved by the gateway's question, kept by the application's fact, freed by time. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PlacesProperties.class)
class PlacesConfiguration {

    @Bean
    SlotTable slotTable(MongoDatabase ledgerDatabase) {
        return new SlotTable(LedgerModule.collection(ledgerDatabase, "license-slots"));
    }

    @Bean
    OrderPlaces orderPlaces(SlotTable slots, KnownInstances instances, PlacesProperties properties, Clock clock) {
        return new OrderPlaces(slots, new OrderPlaces.Entitling(instances, properties.catalog()), clock);
    }

    @Bean
    ReservationDesk reservationDesk(PlacesProperties properties, ReservationDesk.Books reservationBooks) {
        return new ReservationDesk(new Entitlements(properties.catalog()), reservationBooks);
    }

    /** The first look into the store takes longer than an application has time; nothing waits for it. */
    @Bean
    ApplicationRunner firstReservation(ReservationDesk desk, ServiceTools tools) {
        return _ -> tools.guard()
                .ready()
                .then(Mono.defer(() -> desk.answer(List.of(LicenseReservation.Question.WARM_UP))))
                .onErrorComplete()
                .subscribe();
    }

    @Bean
    InternalRoutes reservationRoutes(ServiceTools tools, ReservationDesk desk) {
        return new ReservationRoutes(
                        desk, tools.guard().ready(), tools.telemetry().metrics())
                .internal();
    }

    @Bean
    ReservationDesk.Books reservationBooks(KnownInstances instances, OrderPlaces places, LicenseBook licenses) {
        return new ReservationDesk.Books(instances, places, licenses);
    }

    @Bean
    PatrolSchedule reservationPatrols(
            SlotTable slots, ServiceTools tools, PlacesProperties properties, ReservationPatrol.Stored stored) {
        var reservation = properties.reservation();
        var patrol = new ReservationPatrol(slots, reservation.kept(), stored);
        return new PatrolSchedule(tools.guard().ready(), () -> List.of(patrol), reservation.checkInterval());
    }

    @Bean
    ReservationPatrol.Stored storedApplications(
            KafkaAdmin kafka, BindingServiceProperties bindings, ApplicationIndex applications, Clock clock) {
        var facts = bindings.getBindingProperties("licenseFacts-in-0");
        var read = new TopicRead(
                () -> Admin.create(kafka.getConfigurationProperties()),
                facts.getDestination(),
                facts.getGroup(),
                clock);
        return new ReservationPatrol.Stored(read::asOf, applications::unsettled);
    }

    @Bean
    StoreGauge slotsGauge(SlotTable slots) {
        return new StoreGauge("koobridge.license.slots", "Licences that orders gave, by who has them", slots.byState());
    }
}
