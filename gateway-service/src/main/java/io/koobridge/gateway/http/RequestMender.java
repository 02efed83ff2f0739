package io.koobridge.gateway.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.AttributeKey;
import io.netty.util.ReferenceCountUtil;
import java.util.regex.Pattern;

/**
 * Stands right behind the codec and sees to it that a request which has a target gets as far as our own code, which then answers it: the layers
 * in between answer 400 to what they cannot parse. Nothing here decides anything.
 */
final class RequestMender extends ChannelInboundHandlerAdapter {

    /** Set when what came on a connection was no HTTP any more: behind the first line of a head, or in a body. */
    private static final AttributeKey<Boolean> UNREADABLE = AttributeKey.valueOf(RequestMender.class, "unreadable");

    /** What the codec calls a request without a readable first line. */
    private static final String NO_TARGET = "/bad-request";

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._-]+(:\\d{1,5})?");

    static boolean isUnreadable(Channel channel) {
        return Boolean.TRUE.equals(channel.attr(UNREADABLE).get());
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        switch (message) {
            case HttpRequest request when request.decoderResult().isSuccess() -> context.fireChannelRead(mend(request));
            case HttpRequest request
            when !request.uri().equals(NO_TARGET) -> {
                context.channel().attr(UNREADABLE).set(true);
                context.fireChannelRead(headOf(request));
                end(request, context);
            }
            case HttpRequest withoutTarget -> {
                context.channel().attr(UNREADABLE).set(true);
                context.fireChannelRead(withoutTarget);
            }
            case HttpContent content when content.decoderResult().isFailure() -> end(content, context);
            default -> context.fireChannelRead(message);
        }
    }

    private static HttpRequest mend(HttpRequest request) {
        var headers = request.headers();
        request.setUri(TargetMender.mend(request.uri()));
        if (request.protocolVersion().majorVersion() > 1) {
            request.setProtocolVersion(HttpVersion.HTTP_1_1);
        }
        var host = headers.get(HttpHeaderNames.HOST);
        if (host != null && !HOST.matcher(host).matches()) {
            headers.set(HttpHeaderNames.HOST, "unreadable");
        }
        return request;
    }

    /** What could be read. */
    private static HttpRequest headOf(HttpRequest broken) {
        return new DefaultHttpRequest(HttpVersion.HTTP_1_1, broken.method(), TargetMender.mend(broken.uri()));
    }

    /** Ends the request here; the codec throws away everything that follows. */
    private static void end(HttpObject broken, ChannelHandlerContext context) {
        context.channel().attr(UNREADABLE).set(true);
        ReferenceCountUtil.release(broken);
        context.fireChannelRead(LastHttpContent.EMPTY_LAST_CONTENT);
    }
}
