package io.koobridge.runtime.port;

import java.util.Map;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.HttpHandlerDecoratorFactory;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** The service tokens, and what the public port needs besides the service's own routes. */
@AutoConfiguration
@EnableConfigurationProperties(ServiceTokens.class)
class PortAutoConfiguration {

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
    static class PublicPort {

        PublicPort(Environment environment) {
            TwoPorts.require(environment);
        }

        /** For both ports: the internal one inherits it. */
        @Bean
        HttpHandlerDecoratorFactory answersOnEventLoop() {
            return new AnswersOnEventLoop();
        }

        /** First, because the service may have a route that takes every path. */
        @Bean
        @Order(Ordered.HIGHEST_PRECEDENCE)
        RouterFunction<ServerResponse> liveness(ApplicationAvailability availability) {
            return RouterFunctions.route()
                    .GET("/actuator/health/liveness", _ -> {
                        boolean live = availability.getLivenessState() == LivenessState.CORRECT;
                        return ServerResponse.status(live ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                                .contentType(MediaType.APPLICATION_JSON)
                                .bodyValue(Map.of("status", live ? "UP" : "DOWN"));
                    })
                    .build();
        }
    }
}
