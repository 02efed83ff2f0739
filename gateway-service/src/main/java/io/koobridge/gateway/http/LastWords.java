package io.koobridge.gateway.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DuplexChannel;
import java.util.concurrent.TimeUnit;

/**
 * Closes a connection on which HTTP ended in two steps (RFC 9112 §9.6): our side at once, and the other after what was still being sent has been
 * thrown away for a second. A connection that is closed over unread bytes is reset, and the caller would never see its answer. The codec throws
 * the bytes away; here they only have to be read.
 */
final class LastWords extends ChannelDuplexHandler {

    static final long SECONDS = 1;

    private boolean closing;

    @Override
    public void close(ChannelHandlerContext context, ChannelPromise promise) {
        if (closing || !RequestMender.isUnreadable(context.channel())) {
            closeNow(context, promise);
            return;
        }
        closing = true;
        shutdownOutput(context.channel());
        var unused = context.executor().schedule(() -> closeNow(context, promise), SECONDS, TimeUnit.SECONDS);
        context.read();
    }

    /** Whatever those further inside hold back. */
    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (closing) {
            context.read();
        }
        context.fireChannelReadComplete();
    }

    private static void closeNow(ChannelHandlerContext context, ChannelPromise promise) {
        var unused = context.close(promise);
    }

    private static void shutdownOutput(Channel channel) {
        if (channel instanceof DuplexChannel duplex) {
            var unused = duplex.shutdownOutput();
        }
    }
}
