package io.koobridge.runtime.port;

import io.koobridge.events.TraceContext;
import io.koobridge.runtime.trace.Trace;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Stands first on the internal port. That port's context inherits every public route, so anything but internal routes and
 * the actuator ends here; internal routes need a service token.
 */
final class InternalDoor implements WebFilter, Ordered {

    private final ServiceTokens tokens;

    InternalDoor(ServiceTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        var path = request.getPath().value();
        if (path.equals("/actuator") || path.startsWith("/actuator/")) {
            return chain.filter(exchange);
        }
        if (!path.startsWith("/internal/")) {
            return Problem.of(HttpStatus.NOT_FOUND, "Nothing is served here.").writeTo(exchange.getResponse());
        }
        if (!tokens.admit(request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION))) {
            exchange.getResponse().getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            return Problem.of(HttpStatus.UNAUTHORIZED, "A service token is needed.")
                    .writeTo(exchange.getResponse());
        }
        var trace = TraceContext.of(request.getHeaders().getFirst(TraceContext.HEADER));
        return chain.filter(exchange).contextWrite(Trace.within(trace));
    }
}
