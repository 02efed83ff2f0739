package io.koobridge.gateway.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import java.util.concurrent.TimeUnit;

/**
 * Closes the connection of a caller that does not take its answer. Nothing else would: what an answer holds would stay for as long as the caller
 * likes, since the idle time-out only counts between requests. Netty's own handler for this sends an exception through the pipeline, which is
 * logged as an error, and anybody can bring it about.
 */
final class TakenInTime extends ChannelOutboundHandlerAdapter {

    static final long SECONDS = 10;

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        var written = promise.unvoid();
        var unused = context.write(message, written);
        if (!written.isDone()) {
            closeUnless(written, context);
        }
    }

    private static void closeUnless(ChannelPromise written, ChannelHandlerContext context) {
        var late = context.executor().schedule(() -> closeNow(context), SECONDS, TimeUnit.SECONDS);
        var unused = written.addListener(_ -> late.cancel(false));
    }

    private static void closeNow(ChannelHandlerContext context) {
        var unused = context.close();
    }
}
