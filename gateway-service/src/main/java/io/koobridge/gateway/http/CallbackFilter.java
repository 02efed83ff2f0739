package io.koobridge.gateway.http;

import io.koobridge.gateway.address.ProductionAddress;
import io.koobridge.gateway.address.ProductionAddresses;
import io.koobridge.gateway.call.Callbacks;
import io.koobridge.gateway.dialect.CallHead;
import java.time.Clock;
import java.util.Objects;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.netty.channel.ChannelOperations;

/**
 * The public door. A filter and not a route, because a route would be reached only by what Spring takes for a proper request: it answers
 * preflights, odd media types and odd methods by itself, and none of that is HTTP 200 with a signed body (design §3.1), nor the bare 404 of a path
 * that is not configured. Nothing but the liveness route is beyond it.
 */
public final class CallbackFilter implements WebFilter, Ordered {

    private static final String LIVENESS = "/actuator/health/liveness";

    private final ProductionAddresses addresses;
    private final Callbacks callbacks;
    private final BodyBudget budget;
    private final Clock clock;

    public CallbackFilter(ProductionAddresses addresses, Callbacks callbacks, BodyBudget budget, Clock clock) {
        this.addresses = addresses;
        this.callbacks = callbacks;
        this.budget = budget;
        this.clock = clock;
    }

    /** Before everything but what guards the internal port. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 100;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var path = Objects.requireNonNullElse(exchange.getRequest().getURI().getRawPath(), "");
        return addresses
                .at(path)
                .map(address -> Mono.defer(() -> call(address, exchange)))
                .orElseGet(() -> path.equals(LIVENESS) ? chain.filter(exchange) : notFound(exchange));
    }

    private Mono<Void> call(ProductionAddress address, ServerWebExchange exchange) {
        var request = exchange.getRequest();
        var body = new BodyIntake(request, budget, () -> isUnreadable(request));
        var head = new CallHead(
                address,
                request.getMethod().name(),
                Objects.requireNonNullElse(request.getURI().getRawQuery(), ""),
                request.getHeaders(),
                clock.instant());
        return callbacks
                .take(head, body)
                .flatMap(ending -> AnswerWriter.write(exchange.getResponse(), ending, body))
                .doFinally(_ -> body.release());
    }

    private static boolean isUnreadable(ServerHttpRequest request) {
        return ServerHttpRequestDecorator.getNativeRequest(request) instanceof ChannelOperations<?, ?> connection
                && RequestMender.isUnreadable(connection.channel());
    }

    private static Mono<Void> notFound(ServerWebExchange exchange) {
        exchange.getResponse().setStatusCode(HttpStatus.NOT_FOUND);
        return exchange.getResponse().setComplete();
    }
}
