package io.koobridge.runtime.outside;

import io.netty.channel.ChannelOption;
import java.time.Duration;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** Connections to outside systems, as every client has them. */
public final class Connections {

    /** Less than what servers and the load balancers before them usually allow, so that it is we who close. */
    private static final Duration LONGEST_IDLE = Duration.ofSeconds(30);

    private Connections() {}

    /**
     * A client with a pool of its own. It never sends a request twice: Netty's own retry would, on a pooled connection that the other side
     * closed, and neither {@link OutsideSystem} nor a document's schedule would hear of it.
     *
     * @param system names the pool
     * @param most open connections to one host; further calls wait for one
     */
    public static HttpClient pool(String system, int most, Duration connectWithin) {
        return client(ConnectionProvider.builder(system).maxConnections(most), connectWithin);
    }

    /**
     * The same for hosts that are each other's neighbours and not each other's trouble: nobody queues for long before one that hangs.
     *
     * @param most open connections to one host, and calls that wait for one
     * @param freeWithin how long a call waits for a connection
     */
    public static HttpClient pool(String system, int most, Duration freeWithin, Duration connectWithin) {
        return client(
                ConnectionProvider.builder(system)
                        .maxConnections(most)
                        .pendingAcquireMaxCount(most)
                        .pendingAcquireTimeout(freeWithin),
                connectWithin);
    }

    private static HttpClient client(ConnectionProvider.Builder builder, Duration connectWithin) {
        var pool = builder.maxIdleTime(LONGEST_IDLE)
                .evictInBackground(LONGEST_IDLE)
                .build();
        return HttpClient.create(pool)
                .disableRetry(true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, Math.toIntExact(connectWithin.toMillis()));
    }
}
