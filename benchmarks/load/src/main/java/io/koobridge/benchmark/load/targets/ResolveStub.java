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

/** Provisioning's internal port, for a gateway that is measured alone: it knows no instance, and says so at once (design §3.5). */
public final class ResolveStub implements AutoCloseable {

    private static final String PATH = "/internal/instances:resolve";
    private static final String UNKNOWN = "{\"ready\":false}";

    /** Each question has one. */
    private static final String ORDER = "\"orderId\":";

    private static final int LONGEST_REQUEST = 64 * 1024;

    private final EventLoopGroup threads = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final AtomicLong answered = new AtomicLong();
    private final Channel listening;

    public ResolveStub(int port) {
        var answers = new Answers();
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

        @Override
        protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
            boolean known = PATH.equals(request.uri());
            int questions = known ? questions(request.content().toString(US_ASCII)) : 0;
            answered.addAndGet(questions);
            FullHttpResponse response = new DefaultFullHttpResponse(
                    HttpVersion.HTTP_1_1,
                    known ? HttpResponseStatus.OK : HttpResponseStatus.NOT_FOUND,
                    Unpooled.wrappedBuffer(known ? resolutions(questions) : new byte[0]));
            response.headers()
                    .set(HttpHeaderNames.CONTENT_TYPE, "application/json")
                    .setInt(HttpHeaderNames.CONTENT_LENGTH, response.content().readableBytes());
            var _ = context.writeAndFlush(response, context.voidPromise());
        }

        private static int questions(String body) {
            int found = 0;
            for (int at = body.indexOf(ORDER); at >= 0; at = body.indexOf(ORDER, at + ORDER.length())) {
                found++;
            }
            return found;
        }

        private static byte[] resolutions(int questions) {
            return "{\"resolutions\":[%s]}"
                    .formatted(String.join(",", Collections.nCopies(questions, UNKNOWN)))
                    .getBytes(US_ASCII);
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            var _ = context.close();
        }
    }
}
