package io.koobridge.gateway.http;

import io.koobridge.gateway.address.ProductionAddresses;
import io.koobridge.gateway.call.Callbacks;
import io.koobridge.gateway.dialect.CallHead;
import io.koobridge.runtime.port.EventLoops;
import java.time.Clock;
import java.util.Objects;
import org.springframework.core.Ordered;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.netty.channel.ChannelOperations;

/**
 * The public door. A filter and not a route, because a route would be reached only by what Spring takes for a proper request: it answers
 * preflights, odd media types and odd methods by itself, and none of that is HTTP 200 with a signed body (design §3.1).
 */
public final class CallbackFilter implements WebFilter, Ordered {

    /** The waiting page comes one later, what is not found after that. */
    public static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 100;

    private final ProductionAddresses addresses;
    private final Callbacks callbacks;
    private final Budgets budgets;
    private final Clock clock;
    private final EventLoops loops = new EventLoops();

    /**
     * What bodies may take that are being held.
     *
     * @param ofKit for those of the joint-operations kit, out of the same
     */
    public record Budgets(BodyBudget all, BodyBudget ofKit) {}

    public CallbackFilter(ProductionAddresses addresses, Callbacks callbacks, Budgets budgets, Clock clock) {
        this.addresses = addresses;
        this.callbacks = callbacks;
        this.budgets = budgets;
        this.clock = clock;
    }

    /** Before everything but what guards the internal port, which inherits this filter. */
    @Override
    public int getOrder() {
        return ORDER;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var path = Objects.requireNonNullElse(exchange.getRequest().getURI().getRawPath(), "");
        return addresses
                .at(path)
                .map(called -> Mono.defer(() -> call(called, exchange)))
                .orElseGet(() -> chain.filter(exchange));
    }

    private Mono<Void> call(ProductionAddresses.Called called, ServerWebExchange exchange) {
        var request = exchange.getRequest();
        var loop = loopOf(request);
        var body = new BodyIntake(
                request, called.kit() == null ? budgets.all() : budgets.ofKit(), () -> isUnreadable(request), loop);
        var head = new CallHead(
                called.address(),
                called.kit(),
                request.getMethod().name(),
                Objects.requireNonNullElse(request.getURI().getRawQuery(), ""),
                request.getHeaders(),
                clock.instant(),
                loop);
        return callbacks
                .take(head, body)
                .flatMap(ending -> AnswerWriter.write(exchange.getResponse(), ending, body))
                .doFinally(_ -> body.release());
    }

    private Scheduler loopOf(ServerHttpRequest request) {
        var loop = loops.of(request);
        return loop == null ? Schedulers.parallel() : loop.scheduler();
    }

    private static boolean isUnreadable(ServerHttpRequest request) {
        return ServerHttpRequestDecorator.getNativeRequest(request) instanceof ChannelOperations<?, ?> connection
                && RequestMender.isUnreadable(connection.channel());
    }
}
