package io.koobridge.runtime.port;

import io.koobridge.runtime.port.EventLoops.Loop;
import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.HttpHandlerDecoratorFactory;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import reactor.core.publisher.Mono;

/**
 * Writes and ends every answer on the event loop of its connection. Written from another thread, an answer can be with its
 * caller before the server has finished with it; a next request that comes in between is queued, and Reactor Netty 1.3.6
 * may then never read from that connection again (reactor-netty #4361, #4188).
 */
final class AnswersOnEventLoop implements HttpHandlerDecoratorFactory {

    private final EventLoops loops = new EventLoops();

    @Override
    public HttpHandler apply(HttpHandler handler) {
        return (request, response) -> {
            var loop = loops.of(request);
            return loop == null ? handler.handle(request, response) : handle(handler, request, response, loop);
        };
    }

    private static Mono<Void> handle(
            HttpHandler handler, ServerHttpRequest request, ServerHttpResponse response, Loop loop) {
        return handler.handle(request, new OnLoop(response, loop)).publishOn(loop.scheduler());
    }

    private static final class OnLoop extends ServerHttpResponseDecorator {

        private final Loop loop;

        OnLoop(ServerHttpResponse response, Loop loop) {
            super(response);
            this.loop = loop;
        }

        @Override
        public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
            return loop.run(super.writeWith(body));
        }

        @Override
        public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> body) {
            return loop.run(super.writeAndFlushWith(body));
        }

        @Override
        public Mono<Void> setComplete() {
            return loop.run(super.setComplete());
        }
    }
}
