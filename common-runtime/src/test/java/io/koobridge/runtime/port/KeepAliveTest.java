package io.koobridge.runtime.port;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.runtime.Http;
import io.koobridge.runtime.TestService;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** No call on a kept-alive connection stays unanswered, whichever thread answered the one before. */
class KeepAliveTest {

    private static final int ROUNDS = 100;
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(20);
    private static final TestService SERVICE = TestService.start(Routes.class);

    /** One route answers from a thread of its own, one at once. */
    static class Routes {

        @Bean
        RouterFunction<ServerResponse> publicRoutes() {
            return routes("");
        }

        @Bean
        InternalRoutes internalRoutes() {
            return new InternalRoutes(routes("/internal"));
        }

        private static RouterFunction<ServerResponse> routes(String below) {
            return RouterFunctions.route()
                    .GET(below + "/elsewhere", _ -> Mono.just("elsewhere")
                            .publishOn(Schedulers.boundedElastic())
                            .flatMap(ServerResponse.ok()::bodyValue))
                    .GET(below + "/at-once", _ -> ServerResponse.ok().bodyValue("at once"))
                    .build();
        }
    }

    @AfterAll
    static void stop() {
        SERVICE.close();
    }

    @Test
    void everyRequestIsAnsweredOnThePublicPort() {
        for (int round = 0; round < ROUNDS; round++) {
            assertThat(get(SERVICE.publicUrl("/elsewhere"))).isEqualTo("elsewhere");
            assertThat(get(SERVICE.publicUrl("/at-once"))).isEqualTo("at once");
            assertThat(get(SERVICE.publicUrl("/at-once"))).isEqualTo("at once");
        }
    }

    @Test
    void everyRequestIsAnsweredOnTheInternalPort() {
        for (int round = 0; round < ROUNDS; round++) {
            assertThat(get(SERVICE.internalUrl("/internal/elsewhere"))).isEqualTo("elsewhere");
            assertThat(get(SERVICE.internalUrl("/internal/at-once"))).isEqualTo("at once");
            assertThat(get(SERVICE.internalUrl("/internal/at-once"))).isEqualTo("at once");
        }
    }

    private static String get(URI url) {
        return Http.send(Http.trusted(url).timeout(ANSWERED_WITHIN)).body();
    }
}
