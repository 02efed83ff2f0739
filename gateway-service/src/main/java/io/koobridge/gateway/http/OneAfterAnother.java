package io.koobridge.gateway.http;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;

/**
 * Reads no further on a connection while a request waits there behind one that is not answered. Reactor Netty would read on and keep whatever
 * comes, without bound: hundreds of megabytes for one slow answer, or for a caller that never takes its answers. One buffer may hold thousands of
 * small requests, so their number is bounded too: whoever sends more ahead loses the connection.
 */
final class OneAfterAnother extends ChannelDuplexHandler {

    /** KooGallery pipelines nothing, and proxies that reuse connections do not either. */
    static final int MOST_WAITING = 8;

    /** Requests whose answers have not left yet. */
    private int open;

    private boolean overrun;
    private boolean readIsWanted;
    private boolean autoReadIsWanted;

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest) {
            open++;
            if (open - 1 > MOST_WAITING && !overrun) {
                overrun = true;
                var unused = context.close();
            }
            if (isWaiting() && context.channel().config().isAutoRead()) {
                hold(context);
            }
        }
        if (overrun) {
            // The codec goes on to the end of its buffer, whatever became of the connection.
            ReferenceCountUtil.release(message);
        } else {
            context.fireChannelRead(message);
        }
    }

    /** Also what automatic reading comes to, by whomever it is switched on. */
    @Override
    public void read(ChannelHandlerContext context) {
        if (!isWaiting()) {
            context.read();
        } else if (context.channel().config().isAutoRead()) {
            hold(context);
        } else {
            readIsWanted = true;
        }
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        boolean last = message instanceof LastHttpContent && !isInterim(message);
        var unused = context.write(message, last ? promise.unvoid().addListener(_ -> answered(context)) : promise);
    }

    private void answered(ChannelHandlerContext context) {
        open = Math.max(0, open - 1);
        if (isWaiting()) {
            return;
        }
        boolean automatically = autoReadIsWanted;
        boolean once = readIsWanted;
        autoReadIsWanted = false;
        readIsWanted = false;
        if (automatically) {
            context.channel().config().setAutoRead(true);
        } else if (once) {
            context.read();
        }
    }

    private void hold(ChannelHandlerContext context) {
        autoReadIsWanted = true;
        context.channel().config().setAutoRead(false);
    }

    private boolean isWaiting() {
        return open > 1;
    }

    private static boolean isInterim(Object message) {
        return message instanceof HttpResponse response
                && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    }
}
