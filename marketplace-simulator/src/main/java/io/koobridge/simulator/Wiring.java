package io.koobridge.simulator;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import io.koobridge.simulator.calling.Bulk;
import io.koobridge.simulator.calling.Buying;
import io.koobridge.simulator.calling.CallLog;
import io.koobridge.simulator.calling.Ids;
import io.koobridge.simulator.calling.InstanceQuery;
import io.koobridge.simulator.calling.NewInstanceCall;
import io.koobridge.simulator.calling.Polling;
import io.koobridge.simulator.calling.SellerClient;
import io.koobridge.simulator.calling.Settings;
import io.koobridge.simulator.calling.TimeSettings;
import io.koobridge.simulator.calling.Timetable;
import io.koobridge.simulator.calling.Timing;
import io.koobridge.simulator.market.Book;
import io.koobridge.simulator.market.Violations;
import io.koobridge.simulator.openapi.OpenApi;
import io.koobridge.simulator.openapi.OrderQuery;
import io.koobridge.simulator.openapi.OrderSource;
import io.koobridge.simulator.signing.AccessKeyVerifier;
import io.koobridge.simulator.web.BulkApi;
import io.koobridge.simulator.web.Errors;
import io.koobridge.simulator.web.FrontPage;
import io.koobridge.simulator.web.PurchaseApi;
import io.koobridge.simulator.web.PurchaseApi.Till;
import io.koobridge.simulator.web.RecordApi;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Executors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Puts the rooms together. */
@Configuration(proxyBeanMethods = false)
class Wiring {

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
    Violations violations() {
        return new Violations();
    }

    @Bean
    Book book(Settings settings, Violations violations) {
        return new Book(settings.purchasesKept(), violations);
    }

    @Bean
    CallLog callLog(Settings settings) {
        return new CallLog(settings.callsKept());
    }

    @Bean
    SellerClient sellerClient(Settings settings, Till till, Clock real) {
        return new SellerClient(settings, till.ids(), real);
    }

    @Bean(initMethod = "start")
    Polling polling(Book book, SellerClient client, CallLog calls, Timing timing, Settings settings) {
        return new Polling(book, new InstanceQuery(client, calls), timing, settings.pollInterval());
    }

    @Bean
    Buying buying(Book book, SellerClient client, CallLog calls, Polling polling, Till till) {
        return new Buying(book, new NewInstanceCall(client, till.ids(), calls), polling, till.timing());
    }

    @Bean(destroyMethod = "dispose")
    Scheduler blocking() {
        return Schedulers.fromExecutorService(Executors.newVirtualThreadPerTaskExecutor());
    }

    @Bean
    RouterFunction<ServerResponse> openApi(Settings settings, Book book, CallLog calls, Timing timing) {
        var verifier = new AccessKeyVerifier(settings.openApiAk(), settings.openApiSk(), timing.real());
        var orders =
                new OrderSource(book, settings.strictOrders(), timing.business().now());
        return new OpenApi(verifier, new OrderQuery(orders), calls, timing.real()).routes();
    }

    @Bean
    RouterFunction<ServerResponse> purchases(Book book, Buying buying, Till till, Scheduler blocking) {
        return new PurchaseApi(book, buying, till, blocking).routes().filter(Errors.asProblems());
    }

    @Bean
    RouterFunction<ServerResponse> bulk(Book book, Violations violations, Buying buying, Till till) {
        return new BulkApi(book, violations, new Bulk(buying, till.timing()), till)
                .routes()
                .filter(Errors.asProblems());
    }

    @Bean
    RouterFunction<ServerResponse> records(Book book, CallLog calls, Violations violations) {
        return new RecordApi(calls, violations)
                .routes()
                .filter(Errors.asProblems())
                .and(new FrontPage(book, calls, violations).routes());
    }

    @Bean
    RouterFunction<ServerResponse> health() {
        return route().GET("/health", request -> ServerResponse.ok().bodyValue(Map.of("status", "UP")))
                .build();
    }
}
