package io.koobridge.benchmark.load.generator;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** One kept-alive connection with at most one call on it. Lives on the client's one thread. */
final class Connection extends SimpleChannelInboundHandler<HttpObject> {

    /** What becomes of a call and of its connection. */
    interface Listener {

        void connected(Connection connection);

        /** Before its call, if it has one, is told about. */
        void lost(Connection connection);

        void answered(Connection connection, Answer answer, int index, long intendedStart);

        void failed(String why);
    }

    /** @param last the server takes no further call on this connection */
    record Answer(int status, boolean signed, String body, boolean last) {}

    private static final String SIGNATURE = "Body-Sign";

    private final Listener listener;
    private final StringBuilder body = new StringBuilder();
    private @Nullable Channel channel;
    private @Nullable HttpResponse head;
    private boolean busy;
    private int index;
    private long intendedStart;

    Connection(Listener listener) {
        this.listener = listener;
    }

    void send(Calls calls, int place, long intended) {
        Channel open = channel;
        if (open == null) {
            throw new IllegalStateException("a call on a connection that is not open");
        }
        busy = true;
        index = place;
        intendedStart = intended;
        var _ = open.writeAndFlush(calls.request(place), open.voidPromise());
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        channel = context.channel();
        listener.connected(this);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        channel = null;
        listener.lost(this);
        if (busy) {
            busy = false;
            listener.failed("the connection ended before the answer");
        }
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, HttpObject part) {
        if (part instanceof HttpResponse response) {
            head = response;
            body.setLength(0);
        }
        if (part instanceof HttpContent content) {
            body.append(content.content().toString(StandardCharsets.UTF_8));
        }
        if (part instanceof LastHttpContent && head != null) {
            var answer = new Answer(
                    head.status().code(),
                    head.headers().contains(SIGNATURE),
                    body.toString(),
                    !HttpUtil.isKeepAlive(head));
            head = null;
            busy = false;
            if (answer.last()) {
                var _ = context.close();
            }
            listener.answered(this, answer, index, intendedStart);
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        var _ = context.close();
    }
}
