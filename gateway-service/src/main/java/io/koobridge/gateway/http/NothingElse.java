package io.koobridge.gateway.http;

import org.springframework.context.ApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Behind the production addresses and the waiting page the public port has the liveness route, and nothing else that Spring could answer in words of its own, a
 * preflight for example (design §3.1: 404 without a body). The internal port inherits this filter; what that serves is no business of ours.
 */
public final class NothingElse implements WebFilter, Ordered {

    private static final String LIVENESS = "/actuator/health/liveness";

    private final ApplicationContext ofPublicPort;

    public NothingElse(ApplicationContext ofPublicPort) {
        this.ofPublicPort = ofPublicPort;
    }

    @Override
    public int getOrder() {
        return CallbackFilter.ORDER + 2;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        boolean isPublic = exchange.getApplicationContext() == ofPublicPort;
        if (!isPublic || LIVENESS.equals(exchange.getRequest().getURI().getRawPath())) {
            return chain.filter(exchange);
        }
        exchange.getResponse().setStatusCode(HttpStatus.NOT_FOUND);
        return exchange.getResponse().setComplete();
    }
}
