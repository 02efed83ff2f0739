package io.koobridge.simulator;

import io.koobridge.simulator.calling.CallLog;
import io.koobridge.simulator.calling.KitPost;
import io.koobridge.simulator.calling.Settings;
import io.koobridge.simulator.calling.Till;
import io.koobridge.simulator.enterprise.Credentials;
import io.koobridge.simulator.enterprise.Enterprises;
import io.koobridge.simulator.enterprise.KitSettings;
import io.koobridge.simulator.life.Notices;
import io.koobridge.simulator.oneaccess.Conducts;
import io.koobridge.simulator.oneaccess.OneAccess;
import io.koobridge.simulator.web.CredentialApi;
import io.koobridge.simulator.web.DeedApi;
import io.koobridge.simulator.web.Elsewhere;
import io.koobridge.simulator.web.EnterpriseApi;
import io.koobridge.simulator.web.Errors;
import io.koobridge.simulator.web.OneAccessApi;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.scheduler.Scheduler;

/** Puts together what the joint-operations kit has: credentials, enterprises, their OneAccess. */
@Configuration(proxyBeanMethods = false)
class KitWiring {

    @Bean
    Credentials credentials(KitSettings kit) {
        return new Credentials(kit.credential());
    }

    @Bean
    KitPost kitPost(CallLog calls, Settings settings, Clock real) {
        return new KitPost(calls, settings.answerTimeout(), real);
    }

    @Bean
    Enterprises.Outside enterprisesOutside(Till till, KitPost post, Notices notices) {
        return new Enterprises.Outside(till, post, notices.violations());
    }

    @Bean
    Enterprises enterprises(Settings settings, KitSettings kit, Credentials credentials, Enterprises.Outside outside) {
        return new Enterprises(settings, kit, credentials, outside);
    }

    @Bean
    RouterFunction<ServerResponse> enterpriseRoutes(
            Enterprises enterprises, Credentials credentials, Scheduler blocking) {
        Elsewhere elsewhere = new Elsewhere(blocking);
        return new EnterpriseApi(enterprises, elsewhere)
                .routes()
                .and(new DeedApi(enterprises, elsewhere).routes())
                .and(new CredentialApi(credentials).routes())
                .filter(Errors.asProblems());
    }

    @Bean
    Conducts conducts() {
        return new Conducts();
    }

    @Bean
    OneAccess oneAccess(Enterprises enterprises, Credentials credentials, Conducts conducts, OneAccess.Means means) {
        return new OneAccess(enterprises, credentials, conducts, means);
    }

    @Bean
    OneAccess.Means oneAccessMeans(Till till, CallLog calls, Clock real) {
        return new OneAccess.Means(till.ids()::kitNonce, calls, real);
    }

    @Bean
    RouterFunction<ServerResponse> oneAccessRoutes(OneAccess oneAccess, Enterprises enterprises, Conducts conducts) {
        return oneAccess
                .routes()
                .and(new OneAccessApi(enterprises, conducts).routes())
                .filter(Errors.asProblems());
    }
}
