package io.koobridge.runtime.port;

import io.netty.channel.EventLoop;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.HttpHandlerDecoratorFactory;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.server.HttpServerRequest;

/**
 * Writes and ends every answer on the event loop of its connection. Written from another thread, an answer can be with its
 * caller before the server has finished with it; a next request that comes in between is queued, and Reactor Netty 1.3.6
 * may then never read from that connection again (reactor-netty #4361, #4188).
 */
final class AnswersOnEventLoop implements HttpHandlerDecoratorFactory {

    @Override
    public HttpHandler apply(HttpHandler handler) {
        return (request, response) -> {
            var loop = loopOf(request);
            return loop == null ? handler.handle(request, response) : handle(handler, request, response, loop);
        };
    }

    private static Mono<Void> handle(
            HttpHandler handler, ServerHttpRequest request, ServerHttpResponse response, Scheduler loop) {
        return handler.handle(request, new OnLoop(response, loop)).publishOn(loop);
    }

    private static @Nullable Scheduler loopOf(ServerHttpRequest request) {
        if (!(ServerHttpRequestDecorator.getNativeRequest(request) instanceof HttpServerRequest served)) {
            return null;
        }
        var loop = new AtomicReference<EventLoop>();
        served.withConnection(connection -> loop.set(connection.channel().eventLoop()));
        return Schedulers.fromExecutor(loop.get());
    }

    private static final class OnLoop extends ServerHttpResponseDecorator {

        private final Scheduler loop;

        OnLoop(ServerHttpResponse response, Scheduler loop) {
            super(response);
            this.loop = loop;
        }

        @Override
        public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
            return super.writeWith(body).subscribeOn(loop);
        }

        @Override
        public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> body) {
            return super.writeAndFlushWith(body).subscribeOn(loop);
        }

        @Override
        public Mono<Void> setComplete() {
            return super.setComplete().subscribeOn(loop);
        }
    }
}
