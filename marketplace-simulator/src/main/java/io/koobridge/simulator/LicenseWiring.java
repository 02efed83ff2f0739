package io.koobridge.simulator;

import io.koobridge.simulator.applying.Applications;
import io.koobridge.simulator.applying.Applying;
import io.koobridge.simulator.applying.Reception;
import io.koobridge.simulator.calling.Deliveries;
import io.koobridge.simulator.calling.OneOff;
import io.koobridge.simulator.calling.Settings;
import io.koobridge.simulator.calling.Till;
import io.koobridge.simulator.codes.Codes;
import io.koobridge.simulator.life.Book;
import io.koobridge.simulator.life.Notices;
import io.koobridge.simulator.openapi.Apis;
import io.koobridge.simulator.openapi.OrderQuery;
import io.koobridge.simulator.screen.Played;
import io.koobridge.simulator.web.ApplicationApi;
import io.koobridge.simulator.web.CodesApi;
import io.koobridge.simulator.web.Elsewhere;
import io.koobridge.simulator.web.Errors;
import io.koobridge.simulator.web.LicenseV1Api;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.scheduler.Scheduler;

/** Puts together what only License products have: applications, uploads, codes. */
@Configuration(proxyBeanMethods = false)
class LicenseWiring {

    @Bean
    Applications applications() {
        return new Applications();
    }

    @Bean
    Applying applying(Book book, Applications applications, OneOff calls, Applying.Surroundings around) {
        return new Applying(book, applications, calls, around);
    }

    @Bean
    Applying.Surroundings applyingSurroundings(Till till, Notices notices) {
        return new Applying.Surroundings(till, notices.violations());
    }

    @Bean
    Codes codes(Book book, Settings settings, Till till) {
        return new Codes(book, settings.purchasesKept(), till.timing());
    }

    @Bean
    Apis apis(OrderQuery orders, Applications applications, Codes codes, Reception reception) {
        return new Apis(orders, reception, applications, codes);
    }

    @Bean
    Played.Licences licences(Applying applying, Applications applications, Codes codes) {
        return new Played.Licences(applying, applications, codes);
    }

    @Bean
    Reception reception(Book book, Applications applications, Applying.Surroundings around) {
        return new Reception(book, applications, around.till(), around.violations());
    }

    @Bean
    RouterFunction<ServerResponse> applicationRoutes(Applying applying, Applications applications, Scheduler blocking) {
        return new ApplicationApi(applying, applications, new Elsewhere(blocking))
                .routes()
                .filter(Errors.asProblems());
    }

    @Bean
    RouterFunction<ServerResponse> codeRoutes(Codes codes, Book book, Deliveries deliveries, Scheduler blocking) {
        return new CodesApi(codes)
                .routes()
                .and(new LicenseV1Api(book, deliveries, new Elsewhere(blocking)).routes())
                .filter(Errors.asProblems());
    }
}
