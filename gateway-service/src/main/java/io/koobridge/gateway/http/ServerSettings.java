package io.koobridge.gateway.http;

import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import reactor.netty.NettyPipeline;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.server.HttpServer;

/** How the public port speaks: nothing may change a byte of an answer, nor turn a call away before our own code sees it. */
public final class ServerSettings implements NettyServerCustomizer {

    @Override
    public HttpServer apply(HttpServer server) {
        return server.protocol(HttpProtocol.HTTP11) // HTTP/2 would write Body-Sign in lower case (saas-v2 §7.8)
                .compress(false)
                .doOnChannelInit((_, channel, _) -> channel.pipeline()
                        .addAfter(NettyPipeline.HttpCodec, "koobridge.sameVersion", new SameVersion())
                        .addAfter(NettyPipeline.HttpCodec, "koobridge.requestMender", new RequestMender())
                        .addAfter(NettyPipeline.HttpCodec, "koobridge.oneAfterAnother", new OneAfterAnother())
                        .addAfter(NettyPipeline.HttpCodec, "koobridge.takenInTime", new TakenInTime())
                        .addAfter(NettyPipeline.HttpCodec, "koobridge.lastWords", new LastWords()));
    }
}
