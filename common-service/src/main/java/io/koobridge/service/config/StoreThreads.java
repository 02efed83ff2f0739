package io.koobridge.service.config;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.util.concurrent.TimeUnit;

/**
 * On which the driver waits for the store. The context closes them after the driver, so nobody gives them work any more: Boot's own
 * would wait two seconds for some, at each stop of a service.
 */
final class StoreThreads implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 15;

    private final EventLoopGroup group = new MultiThreadIoEventLoopGroup(NioIoHandler.newFactory());

    EventLoopGroup group() {
        return group;
    }

    @Override
    public void close() {
        group.shutdownGracefully(0, PATIENCE_SECONDS, TimeUnit.SECONDS).awaitUninterruptibly();
    }
}
