package io.koobridge.benchmark.load.targets;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Collections;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Provisioning's internal port, for a gateway that is measured alone: what it knows it says at once (design §3.5, §3.8). */
public final class ResolveStub implements AutoCloseable {

    private static final String RESOLVE = "/internal/instances:resolve";
    private static final String GLANCE = "/internal/instances:glance";
    private static final String ADMIT = "/internal/admissions";

    /** Each question has one. */
    private static final String ORDER = "\"orderId\":";

    private static final int LONGEST_REQUEST = 64 * 1024;

    private final EventLoopGroup threads = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final AtomicLong answered = new AtomicLong();
    private final Channel listening;

    /** What it knows of every order. */
    public enum Knows {
        NOTHING("{\"ready\":false}", "{}"),
        A_READY_INSTANCE(
                "{\"instanceId\":\"i-1\",\"phase\":\"ACTIVE\",\"ready\":true}",
                "{\"view\":{\"instanceId\":\"i-1\",\"phase\":\"ACTIVE\",\"appInfo\":{\"frontEndUrl\":\"https://app.example.com/t/1\"}}}");

        private final String resolution;
        private final String glanced;

        Knows(String resolution, String glanced) {
            this.resolution = resolution;
            this.glanced = glanced;
        }
    }

    /** It answers from now on. */
    public ResolveStub(int port, Knows knows) {
        var answers = new Answers(knows);
        this.listening = new ServerBootstrap()
                .group(threads)
                .channel(NioServerSocketChannel.class)
                .childHandler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline()
                                .addLast(new HttpServerCodec(), new HttpObjectAggregator(LONGEST_REQUEST), answers);
                    }
                })
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                .syncUninterruptibly()
                .channel();
    }

    /** How many questions it answered so far: a gateway whose breaker is open asks none, and would look quicker than it is. */
    public long answered() {
        return answered.get();
    }

    @Override
    public void close() {
        listening.close().syncUninterruptibly();
        threads.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    }

    @Sharable
    private final class Answers extends SimpleChannelInboundHandler<FullHttpRequest> {

        private final Knows knows;

        private Answers(Knows knows) {
            this.knows = knows;
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
            var json =
                    switch (request.uri()) {
                        case RESOLVE -> all("resolutions", knows.resolution, request);
                        case GLANCE -> all("instances", knows.glanced, request);
                        case ADMIT -> admitted();
                        default -> "";
                    };
            FullHttpResponse response = new DefaultFullHttpResponse(
                    HttpVersion.HTTP_1_1,
                    json.isEmpty() ? HttpResponseStatus.NOT_FOUND : HttpResponseStatus.OK,
                    Unpooled.wrappedBuffer(json.getBytes(US_ASCII)));
            response.headers()
                    .set(HttpHeaderNames.CONTENT_TYPE, "application/json")
                    .setInt(HttpHeaderNames.CONTENT_LENGTH, response.content().readableBytes());
            var _ = context.writeAndFlush(response, context.voidPromise());
        }

        private String admitted() {
            answered.incrementAndGet();
            return "{\"outcome\":\"applied\"}";
        }

        private String all(String member, String answer, FullHttpRequest request) {
            int questions = questions(request.content().toString(US_ASCII));
            answered.addAndGet(questions);
            return "{\"%s\":[%s]}".formatted(member, String.join(",", Collections.nCopies(questions, answer)));
        }

        private static int questions(String body) {
            int found = 0;
            for (int at = body.indexOf(ORDER); at >= 0; at = body.indexOf(ORDER, at + ORDER.length())) {
                found++;
            }
            return found;
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            var _ = context.close();
        }
    }
}
