package io.koobridge.simulator;

import io.koobridge.simulator.calling.Bulk;
import io.koobridge.simulator.calling.CallLog;
import io.koobridge.simulator.calling.Deliveries;
import io.koobridge.simulator.calling.OneOff;
import io.koobridge.simulator.calling.Settings;
import io.koobridge.simulator.calling.Till;
import io.koobridge.simulator.enterprise.Enterprises;
import io.koobridge.simulator.life.Book;
import io.koobridge.simulator.life.Notices;
import io.koobridge.simulator.notifying.Notifications;
import io.koobridge.simulator.openapi.ApiFaultBoard;
import io.koobridge.simulator.playing.Chaos;
import io.koobridge.simulator.playing.DebugReplays;
import io.koobridge.simulator.playing.FaultPlay;
import io.koobridge.simulator.playing.Lives;
import io.koobridge.simulator.screen.Buttons;
import io.koobridge.simulator.screen.FrontPage;
import io.koobridge.simulator.screen.Played;
import io.koobridge.simulator.screen.ScreenApi;
import io.koobridge.simulator.visiting.Visits;
import io.koobridge.simulator.web.ApiFaultApi;
import io.koobridge.simulator.web.BulkApi;
import io.koobridge.simulator.web.Elsewhere;
import io.koobridge.simulator.web.Errors;
import io.koobridge.simulator.web.LifeApi;
import io.koobridge.simulator.web.MoveApi;
import io.koobridge.simulator.web.NotificationApi;
import io.koobridge.simulator.web.PlayApi;
import io.koobridge.simulator.web.PurchaseApi;
import io.koobridge.simulator.web.RecordApi;
import io.koobridge.simulator.web.StepApi;
import io.koobridge.simulator.web.VisitApi;
import java.util.concurrent.Executors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Puts together what can be played, and the ways to ask for it. */
@Configuration(proxyBeanMethods = false)
class WebWiring {

    @Bean(destroyMethod = "dispose")
    Scheduler blocking() {
        return Schedulers.fromExecutorService(Executors.newVirtualThreadPerTaskExecutor());
    }

    @Bean
    DebugReplays debugReplays(OneOff calls, Till till, Settings settings) {
        return new DebugReplays(calls, till.timing(), settings.debugged());
    }

    /** What a buyer or a clerk does besides buying. */
    record Besides(
            DebugReplays replays,
            Notifications notifications,
            Visits visits,
            Played.Licences licences,
            Enterprises enterprises) {}

    @Bean
    Besides besides(
            DebugReplays replays,
            Notifications notifications,
            Visits visits,
            Played.Licences licences,
            Enterprises enterprises) {
        return new Besides(replays, notifications, visits, licences, enterprises);
    }

    @Bean
    FaultPlay faultPlay(Book book, Deliveries deliveries, OneOff calls) {
        return new FaultPlay(book, deliveries, calls);
    }

    @Bean
    Played played(Chaos chaos, Lives lives, FaultPlay play, Besides besides, ApiFaultBoard faults) {
        return new Played(
                lives,
                play,
                besides.replays(),
                chaos,
                faults,
                besides.notifications(),
                besides.licences(),
                besides.visits(),
                besides.enterprises());
    }

    @Bean
    Lives lives(Book book, Deliveries deliveries, Till till) {
        return new Lives(book, deliveries, till.timing().timetable());
    }

    @Bean
    Chaos chaos(Book book, Deliveries deliveries, Till till, ApiFaultBoard faults) {
        return new Chaos(book, deliveries, till, faults);
    }

    @Bean
    RouterFunction<ServerResponse> purchases(Book book, Deliveries deliveries, Till till, Scheduler blocking) {
        Elsewhere elsewhere = new Elsewhere(blocking);
        return new PurchaseApi(book, deliveries, till, elsewhere)
                .routes()
                .and(new StepApi(book, deliveries, elsewhere).routes())
                .and(new MoveApi(book).routes())
                .filter(Errors.asProblems());
    }

    @Bean
    RouterFunction<ServerResponse> notificationRoutes(Notifications notifications, Visits visits, Scheduler blocking) {
        Elsewhere elsewhere = new Elsewhere(blocking);
        return new NotificationApi(notifications, elsewhere)
                .routes()
                .and(new VisitApi(visits, elsewhere).routes())
                .filter(Errors.asProblems());
    }

    @Bean
    RouterFunction<ServerResponse> bulkPurchases(Book book, Notices notices, Bulk bulk, Till till) {
        return new BulkApi(book, notices, bulk, till).routes().filter(Errors.asProblems());
    }

    @Bean
    RouterFunction<ServerResponse> plays(Played played, Till till, Scheduler blocking) {
        return new PlayApi(played.faults(), played.replays(), new Elsewhere(blocking))
                .routes()
                .and(new LifeApi(played.lives(), played.chaos(), till).routes())
                .and(new ApiFaultApi(played.openApi()).routes())
                .filter(Errors.asProblems());
    }

    @Bean
    RouterFunction<ServerResponse> records(CallLog calls, Notices notices) {
        return new RecordApi(calls, notices.violations()).routes().filter(Errors.asProblems());
    }

    @Bean
    RouterFunction<ServerResponse> screen(Book book, CallLog calls, Notices notices, WebParts parts) {
        FrontPage page = new FrontPage(book, new FrontPage.Records(calls, notices), parts.played(), parts.till());
        return new ScreenApi(page, new Buttons(parts.deliveries(), parts.till(), parts.played()), parts.blocking())
                .routes();
    }

    /** What the screen needs besides the records. */
    record WebParts(Played played, Deliveries deliveries, Till till, Scheduler blocking) {}

    @Bean
    WebParts webParts(Played played, Deliveries deliveries, Till till, Scheduler blocking) {
        return new WebParts(played, deliveries, till, blocking);
    }
}
