package io.koobridge.gateway.waiting;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.koobridge.gateway.http.CallbackFilter;
import io.koobridge.gateway.waiting.WaitingPages.Asked;
import java.util.Objects;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Answers browsers, on the public port, behind the production addresses and before everything that is not found. The internal port inherits this
 * filter too; its guard lets no path through that could be one of these.
 */
public final class WaitingFilter implements WebFilter, Ordered {

    private static final Set<HttpMethod> ALLOWED = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final WaitingPages pages;
    private final Lookout lookout;
    private final PageWriter writer;
    private final WaitingMeters meters;

    public WaitingFilter(WaitingPages pages, Lookout lookout, PageWriter writer, WaitingMeters meters) {
        this.pages = pages;
        this.lookout = lookout;
        this.writer = writer;
        this.meters = meters;
    }

    @Override
    public int getOrder() {
        return CallbackFilter.ORDER + 1;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var path = Objects.requireNonNullElse(exchange.getRequest().getURI().getRawPath(), "");
        return switch (pages.askedBy(path)) {
            case Asked.Elsewhere() -> chain.filter(exchange);
            case Asked.Forged() -> answer(exchange, Mono.just(Sight.Page.UNKNOWN));
            case Asked.For(var instanceId) -> answer(exchange, lookout.at(instanceId));
        };
    }

    private Mono<Void> answer(ServerWebExchange exchange, Mono<Sight> sight) {
        var response = exchange.getResponse();
        if (!ALLOWED.contains(exchange.getRequest().getMethod())) {
            meters.answered("wrong_method");
            response.setStatusCode(HttpStatus.METHOD_NOT_ALLOWED);
            response.getHeaders().setAllow(ALLOWED);
            return response.setComplete();
        }
        return sight.flatMap(seen -> {
            meters.answered(seen.outcome());
            // The address is the buyer's alone: neither a cache nor the page behind it needs to know it.
            var headers = response.getHeaders();
            headers.setCacheControl("no-store");
            headers.set("Referrer-Policy", "no-referrer");
            headers.set("X-Robots-Tag", "noindex");
            return switch (seen) {
                case Sight.Forward(var frontEnd) -> {
                    response.setStatusCode(HttpStatus.SEE_OTHER);
                    headers.setLocation(frontEnd);
                    yield response.setComplete();
                }
                case Sight.Page page -> show(page, exchange.getRequest(), response);
            };
        });
    }

    private Mono<Void> show(Sight.Page page, ServerHttpRequest request, ServerHttpResponse response) {
        var waited = Waited.of(request.getURI().getRawQuery());
        var languages = Language.preferredFirst(request.getHeaders().getFirst(HttpHeaders.ACCEPT_LANGUAGE));
        var html = writer.html(page, waited, languages).getBytes(UTF_8);
        response.setStatusCode(HttpStatusCode.valueOf(page.status()));
        var headers = response.getHeaders();
        headers.set(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8");
        headers.setContentLength(html.length);
        headers.set("Content-Security-Policy", writer.contentSecurityPolicy());
        headers.set("X-Content-Type-Options", "nosniff");
        if (page.status() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            headers.set(HttpHeaders.RETRY_AFTER, Integer.toString(waited.delay()));
        }
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(html)));
    }
}
