package io.koobridge.gateway.http;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.ReferenceCountUtil;
import java.util.regex.Pattern;

/**
 * Stands right behind the codec and sees to it that a request which has a target gets as far as our own code, which then answers it: the layers
 * in between answer 400 to what they cannot parse. Nothing here decides anything.
 */
final class RequestMender extends ChannelInboundHandlerAdapter {

    /** Set on a request whose head was no HTTP behind the first line. Nobody outside can set it. */
    static final String UNREADABLE = "koobridge-unreadable";

    /** What the codec calls a request without a readable first line. */
    private static final String NO_TARGET = "/bad-request";

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._-]+(:\\d{1,5})?");

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request) {
            context.fireChannelRead(mend(request));
        } else if (message instanceof HttpContent content
                && content.decoderResult().isFailure()) {
            var broken = new DecoderException(
                    "the body is no HTTP", content.decoderResult().cause());
            ReferenceCountUtil.release(message);
            context.fireExceptionCaught(broken);
        } else {
            context.fireChannelRead(message);
        }
    }

    private static HttpRequest mend(HttpRequest request) {
        if (!request.decoderResult().isFailure()) {
            return mendHead(request);
        }
        return request.uri().equals(NO_TARGET) ? request : headOf(request);
    }

    private static HttpRequest mendHead(HttpRequest request) {
        var headers = request.headers();
        request.setUri(TargetMender.mend(request.uri()));
        if (request.protocolVersion().majorVersion() > 1) {
            request.setProtocolVersion(HttpVersion.HTTP_1_1);
        }
        var host = headers.get(HttpHeaderNames.HOST);
        if (host != null && !HOST.matcher(host).matches()) {
            headers.set(HttpHeaderNames.HOST, "unreadable");
        }
        headers.remove(UNREADABLE);
        return request;
    }

    /** What could be read, as a whole request; the codec throws away everything that follows. */
    private static HttpRequest headOf(HttpRequest broken) {
        ReferenceCountUtil.release(broken);
        var head = new DefaultFullHttpRequest(
                HttpVersion.HTTP_1_1, broken.method(), TargetMender.mend(broken.uri()), Unpooled.EMPTY_BUFFER);
        head.headers().set(UNREADABLE, "true").set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        return head;
    }
}
