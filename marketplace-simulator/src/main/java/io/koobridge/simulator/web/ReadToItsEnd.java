package io.koobridge.simulator.web;

import io.koobridge.simulator.openapi.Bodies;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A body that is too long is refused when it has come to its end: a connection that is closed over unread bytes is reset, and the
 * caller would never see the answer. What is too long is thrown away as it comes, within reason.
 */
public final class ReadToItsEnd implements WebFilter {

    private static final int MOST_THROWN_AWAY = 4 * 1024 * 1024;

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = new ServerHttpRequestDecorator(exchange.getRequest()) {
            @Override
            public Flux<DataBuffer> getBody() {
                return Flux.defer(() -> toItsEnd(getDelegate()));
            }
        };
        return chain.filter(exchange.mutate().request(request).build());
    }

    private static Flux<DataBuffer> toItsEnd(ServerHttpRequest request) {
        var came = new AtomicLong();
        int longest = Bodies.longest(request.getURI().getRawPath());
        return request.getBody()
                .<DataBuffer>handle((buffer, sink) -> {
                    long bytes = came.addAndGet(buffer.readableByteCount());
                    if (bytes <= longest) {
                        sink.next(buffer);
                        return;
                    }
                    DataBufferUtils.release(buffer);
                    if (bytes > longest + MOST_THROWN_AWAY) {
                        sink.error(tooLong(longest));
                    }
                })
                .concatWith(Flux.defer(() -> came.get() > longest ? Flux.error(tooLong(longest)) : Flux.empty()));
    }

    private static DataBufferLimitException tooLong(int longest) {
        return new DataBufferLimitException("the body is longer than %d bytes".formatted(longest));
    }
}
