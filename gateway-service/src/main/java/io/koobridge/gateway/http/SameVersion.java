package io.koobridge.gateway.http;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpVersion;
import java.util.ArrayDeque;
import java.util.Queue;

/** Answers in the version of the request. Reactor Netty does so only where the whole answer is one message. */
final class SameVersion extends ChannelDuplexHandler {

    /** Of requests without an answer; as many as {@link OneAfterAnother} lets wait. */
    private final Queue<HttpVersion> versions = new ArrayDeque<>();

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request) {
            versions.add(request.protocolVersion());
        }
        context.fireChannelRead(message);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof HttpResponse response
                && response.status().codeClass() != HttpStatusClass.INFORMATIONAL
                && !versions.isEmpty()) {
            response.setProtocolVersion(versions.remove());
        }
        var unused = context.write(message, promise);
    }
}
