package io.koobridge.simulator;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import io.koobridge.simulator.calling.Afterwards;
import io.koobridge.simulator.calling.Bulk;
import io.koobridge.simulator.calling.CallLog;
import io.koobridge.simulator.calling.Deliveries;
import io.koobridge.simulator.calling.Desk;
import io.koobridge.simulator.calling.Ids;
import io.koobridge.simulator.calling.InstanceQuery;
import io.koobridge.simulator.calling.Letters;
import io.koobridge.simulator.calling.OneOff;
import io.koobridge.simulator.calling.Polling;
import io.koobridge.simulator.calling.SellerClient;
import io.koobridge.simulator.calling.Settings;
import io.koobridge.simulator.calling.Till;
import io.koobridge.simulator.calling.TimeSettings;
import io.koobridge.simulator.calling.Timetable;
import io.koobridge.simulator.calling.Timing;
import io.koobridge.simulator.life.Book;
import io.koobridge.simulator.life.Delisting;
import io.koobridge.simulator.life.Notices;
import io.koobridge.simulator.life.Violations;
import io.koobridge.simulator.notifying.Notifications;
import io.koobridge.simulator.openapi.ApiFaultBoard;
import io.koobridge.simulator.openapi.Apis;
import io.koobridge.simulator.openapi.Gate;
import io.koobridge.simulator.openapi.Journal;
import io.koobridge.simulator.openapi.OpenApi;
import io.koobridge.simulator.openapi.OrderQuery;
import io.koobridge.simulator.openapi.OrderSource;
import io.koobridge.simulator.signing.AccessKeyVerifier;
import io.koobridge.simulator.visiting.Visits;
import io.koobridge.simulator.web.ReadToItsEnd;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Puts the marketplace together: its clocks, its book, its calls, its open API. */
@Configuration(proxyBeanMethods = false)
class Wiring {

    @Bean
    ReadToItsEnd readToItsEnd() {
        return new ReadToItsEnd();
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean(destroyMethod = "close")
    Timetable timetable() {
        return new Timetable();
    }

    @Bean
    Timing timing(TimeSettings time, Clock real, Timetable timetable) {
        return new Timing(real, time.clock(real), timetable);
    }

    @Bean
    Till till(Timing timing) {
        return new Till(new Ids(new SecureRandom(), timing.business()), timing);
    }

    @Bean
    Notices notices() {
        return new Notices(new Violations(), new Delisting());
    }

    @Bean
    Book book(Settings settings, Notices notices) {
        return new Book(settings.purchasesKept(), notices);
    }

    @Bean
    CallLog callLog(Settings settings) {
        return new CallLog(settings.callsKept());
    }

    @Bean
    SellerClient sellerClient(Settings settings, Clock real) {
        return new SellerClient(settings, real);
    }

    @Bean
    Letters letters(Settings settings, Till till, Clock real) {
        return new Letters(settings, till.ids(), real);
    }

    @Bean
    Desk desk(Till till, Letters letters, SellerClient client, CallLog calls) {
        return new Desk(till, letters, client, calls);
    }

    @Bean
    InstanceQuery instanceQuery(Letters letters, SellerClient client, CallLog calls) {
        return new InstanceQuery(letters, client, calls);
    }

    @Bean(initMethod = "start")
    Polling polling(Book book, InstanceQuery query, Timing timing, Settings settings) {
        return new Polling(book, query, timing, settings.pollInterval());
    }

    @Bean
    Notifications notifications(OneOff calls, Timing timing, Settings settings) {
        return new Notifications(calls, timing, settings.notifiesOrders());
    }

    @Bean
    Deliveries deliveries(Book book, Desk desk, Afterwards afterwards, Timing timing) {
        return new Deliveries(book, desk, afterwards, timing);
    }

    @Bean
    Afterwards afterwards(Polling polling, Notifications notifications) {
        return new Afterwards(polling, notifications);
    }

    @Bean
    Visits visits(Book book, Settings settings, CallLog calls, Clock real) {
        return new Visits(book, settings.waitingPages(), calls, real);
    }

    @Bean
    OneOff oneOff(Desk desk, Till till) {
        return new OneOff(desk, till.ids());
    }

    @Bean
    Bulk bulk(Deliveries deliveries, Timing timing) {
        return new Bulk(deliveries, timing);
    }

    @Bean
    ApiFaultBoard apiFaults() {
        return new ApiFaultBoard();
    }

    @Bean
    OrderQuery orderQuery(Settings settings, Book book, Timing timing) {
        return new OrderQuery(
                new OrderSource(book, settings.strictOrders(), timing.business().now()));
    }

    @Bean
    Gate gate(Settings settings, Apis apis, ApiFaultBoard faults, Clock real) {
        return new Gate(new AccessKeyVerifier(settings.openApiAk(), settings.openApiSk(), real), apis, faults);
    }

    @Bean
    RouterFunction<ServerResponse> openApi(Gate gate, Book book, CallLog calls, Clock real) {
        return new OpenApi(gate, new Journal(book, calls), real).routes();
    }

    @Bean
    RouterFunction<ServerResponse> health() {
        return route().GET("/health", request -> ServerResponse.ok().bodyValue(Map.of("status", "UP")))
                .build();
    }
}
