package io.koobridge.simulator;

import io.koobridge.simulator.calling.Till;
import io.koobridge.simulator.scim.Directory;
import io.koobridge.simulator.scim.Mood;
import io.koobridge.simulator.scim.ScimServer;
import io.koobridge.simulator.scim.ScimSettings;
import io.koobridge.simulator.web.Elsewhere;
import io.koobridge.simulator.web.Errors;
import io.koobridge.simulator.web.ScimControlApi;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.scheduler.Scheduler;

/** Puts the stand-in directory together. */
@Configuration(proxyBeanMethods = false)
class ScimWiring {

    @Bean
    Directory directory(Till till, Clock real) {
        return new Directory(till.ids()::kitNonce, real);
    }

    @Bean
    Mood mood(Clock real) {
        return new Mood(real);
    }

    @Bean
    ScimServer scimServer(ScimSettings settings, Directory directory, Mood mood, Scheduler blocking) {
        return new ScimServer(settings, directory, mood, blocking);
    }

    @Bean
    RouterFunction<ServerResponse> scimRoutes(ScimServer server, Directory directory, Mood mood, Scheduler blocking) {
        return new ScimControlApi(directory, mood, new Elsewhere(blocking))
                .routes()
                .filter(Errors.asProblems())
                .and(server.routes());
    }
}
