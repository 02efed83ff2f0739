package io.koobridge.gateway.http;

import io.netty.channel.EventLoop;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.netty.channel.ChannelOperations;

/**
 * The event loops of connections, as schedulers. A call whose parts run on its own connection's loop is written from there without waking another
 * thread, and its time-outs are entries of a queue that nobody else uses.
 */
final class EventLoops {

    private final Map<EventLoop, Scheduler> schedulers = new ConcurrentHashMap<>();

    Scheduler of(ServerHttpRequest request) {
        return ServerHttpRequestDecorator.getNativeRequest(request) instanceof ChannelOperations<?, ?> connection
                ? schedulers.computeIfAbsent(connection.channel().eventLoop(), Schedulers::fromExecutorService)
                : Schedulers.parallel();
    }
}
