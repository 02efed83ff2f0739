package io.koobridge.benchmark.load.generator;

import io.koobridge.stack.process.StackFailure;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.HttpResponseDecoder;
import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/** Calls one server over many kept-alive connections, on one thread: it shares the machine with what it measures. */
public final class LoadClient implements AutoCloseable {

    /** More than any target has in work at once. */
    private static final int CONNECTIONS = 320;

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration RUN_UP = Duration.ofMillis(20);

    private final EventLoopGroup threads = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final EventLoop thread = threads.next();
    private final Traffic traffic;

    /**
     * Opens all connections.
     *
     * @throws StackFailure when the server does not take them
     */
    public LoadClient(int port, Expectation expectation) throws InterruptedException {
        var bootstrap = new Bootstrap()
                .group(thread)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .remoteAddress(InetAddress.getLoopbackAddress(), port);
        var opened = new CountDownLatch(CONNECTIONS);
        this.traffic = new Traffic(connection -> connect(bootstrap, connection), expectation, opened::countDown);
        thread.execute(() -> traffic.open(CONNECTIONS));
        if (!opened.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            close();
            throw new StackFailure("Port " + port + " did not take " + CONNECTIONS + " connections");
        }
    }

    private static void connect(Bootstrap bootstrap, Connection connection) {
        var _ = bootstrap
                .clone()
                .handler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline().addLast(new HttpResponseDecoder(), connection);
                    }
                })
                .connect();
    }

    /**
     * Begins each call when the schedule says so, whatever became of the earlier ones, and waits for the last answer.
     *
     * @throws StackFailure when answers are missing half a minute after the end
     */
    public Outcome atTimes(Arrivals arrivals, Calls calls, Duration duration) throws InterruptedException {
        long start = System.nanoTime() + RUN_UP.toNanos();
        var run = Run.atTimes(arrivals, calls, start, duration);
        thread.execute(() -> traffic.begin(run));
        for (int index = 0; index < arrivals.count(); index++) {
            int number = index;
            long due = start + arrivals.offset(index);
            waitUntil(due);
            thread.execute(() -> traffic.call(number, due));
        }
        return await(run, duration);
    }

    /**
     * Has this many calls in flight for this long, or until all are made.
     *
     * @param inFlight below the number of connections
     * @throws StackFailure when answers are missing half a minute after the end
     */
    public Outcome saturate(Calls calls, int inFlight, Duration duration) throws InterruptedException {
        var run = Run.saturating(calls, System.nanoTime(), duration);
        thread.execute(() -> {
            traffic.begin(run);
            traffic.fill(inFlight);
        });
        return await(run, duration);
    }

    private static Outcome await(Run run, Duration duration) throws InterruptedException {
        try {
            return run.tally().outcome().get(duration.plus(PATIENCE).toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new StackFailure("Calls are unanswered " + PATIENCE.toSeconds() + " s after the run's end", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a tally never fails", e);
        }
    }

    private static void waitUntil(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    @Override
    public void close() {
        thread.execute(traffic::close);
        threads.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    }
}
