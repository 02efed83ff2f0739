package io.koobridge.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.LastHttpContent;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.http.server.HttpServer;
import reactor.netty.tcp.TcpClient;

class TakenInTimeTest {

    private final Caller caller = new Caller();
    private final EmbeddedChannel channel = new EmbeddedChannel(caller, new TakenInTime());

    /** Takes what it is given when it likes. */
    private static final class Caller extends ChannelOutboundHandlerAdapter {

        private final Queue<ChannelPromise> waiting = new ArrayDeque<>();

        @Override
        public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
            waiting.add(promise);
        }

        void takesOne() {
            waiting.remove().setSuccess();
        }
    }

    @Test
    void whoeverDoesNotTakeItsAnswerLosesTheConnection() {
        var unused = channel.writeOneOutbound(LastHttpContent.EMPTY_LAST_CONTENT);

        pass(TakenInTime.SECONDS - 1);
        assertThat(channel.isOpen()).isTrue();
        pass(1);
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void whoeverTakesItKeepsTheConnection() {
        var unused = channel.writeOneOutbound(LastHttpContent.EMPTY_LAST_CONTENT);
        pass(TakenInTime.SECONDS - 1);
        caller.takesOne();

        pass(100 * TakenInTime.SECONDS);

        assertThat(channel.isOpen()).isTrue();
    }

    /** Nobody makes the server keep an answer for longer than that. */
    @Tag("promise:connections-are-bounded")
    @Test
    void aServerEndsAConnectionThatTakesNothing() throws Exception {
        var ended = new CompletableFuture<Void>();
        var server = new ServerSettings()
                .apply(HttpServer.create().host("127.0.0.1").port(0))
                .doOnConnection(connection -> connection.onDispose(() -> ended.complete(null)))
                .handle((_, response) -> response.sendByteArray(Mono.just(new byte[64 * 1024 * 1024])))
                .bindNow();
        Connection client =
                TcpClient.create().host("127.0.0.1").port(server.port()).connectNow();
        try {
            client.channel().config().setAutoRead(false);
            long began = System.nanoTime();
            client.outbound()
                    .sendString(Mono.just("GET / HTTP/1.1\r\nHost: a\r\n\r\n"))
                    .then()
                    .block(Duration.ofSeconds(5));

            ended.get(60, TimeUnit.SECONDS);

            assertThat(Duration.ofNanos(System.nanoTime() - began))
                    .isGreaterThan(Duration.ofSeconds(TakenInTime.SECONDS - 1));
        } finally {
            client.disposeNow();
            server.disposeNow();
        }
    }

    private void pass(long seconds) {
        channel.advanceTimeBy(seconds, TimeUnit.SECONDS);
        channel.runScheduledPendingTasks();
    }
}
