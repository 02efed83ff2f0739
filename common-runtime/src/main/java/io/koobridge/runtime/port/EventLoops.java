package io.koobridge.runtime.port;

import io.netty.channel.EventLoop;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.netty.channel.ChannelOperations;

/** The event loops that requests come on, as schedulers. */
public final class EventLoops {

    private final Map<EventLoop, Loop> loops = new ConcurrentHashMap<>();

    /** The one that a request's connection belongs to; absent when the server is not Netty, as in tests. */
    public @Nullable Loop of(ServerHttpRequest request) {
        return ServerHttpRequestDecorator.getNativeRequest(request) instanceof ChannelOperations<?, ?> connection
                ? loops.computeIfAbsent(connection.channel().eventLoop(), EventLoops::loop)
                : null;
    }

    private static Loop loop(EventLoop netty) {
        return new Loop(netty, Schedulers.fromExecutorService(netty));
    }

    /**
     * One event loop.
     *
     * @param scheduler runs there, now and later
     */
    public record Loop(EventLoop netty, Scheduler scheduler) {

        /** What begins there, as most answers do, is not queued behind itself. */
        Mono<Void> run(Mono<Void> work) {
            return Mono.defer(() -> netty.inEventLoop() ? work : work.subscribeOn(scheduler));
        }
    }
}
