package io.koobridge.runtime.port;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextType;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * The internal port, in the child context that Boot makes for {@code management.server.port}. Found through {@code META-INF/spring} alone: were this class
 * component-scanned, the internal routes would be public.
 */
@ManagementContextConfiguration(value = ManagementContextType.CHILD, proxyBeanMethods = false)
class InternalPortConfiguration {

    @Bean
    InternalDoor internalDoor(ServiceTokens tokens) {
        return new InternalDoor(tokens);
    }

    @Bean
    InternalErrors internalErrors() {
        return new InternalErrors();
    }

    /** First, because a public route that takes every path is inherited too. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    RouterFunction<ServerResponse> internalRouting(ObjectProvider<InternalRoutes> routes) {
        return InternalRouting.of(routes.orderedStream().toList());
    }
}
