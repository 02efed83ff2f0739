package io.koobridge.gateway.http;

import java.time.Duration;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import reactor.netty.NettyPipeline;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.server.HttpServer;

/** The public port's limits, and nothing that would change a byte of an answer. */
public final class ServerSettings implements NettyServerCustomizer {

    /** A signed target is below 500 characters; far more is let through only to be answered by our own code. */
    private static final int LONGEST_LINE = 32 * 1024;

    private static final int LONGEST_HEADERS = 32 * 1024;
    private static final Duration IDLE = Duration.ofSeconds(60);

    @Override
    public HttpServer apply(HttpServer server) {
        return server.protocol(HttpProtocol.HTTP11) // HTTP/2 would write Body-Sign in lower case (saas-v2 §7.8)
                .compress(false)
                .idleTimeout(IDLE)
                .httpRequestDecoder(decoder ->
                        decoder.maxInitialLineLength(LONGEST_LINE).maxHeaderSize(LONGEST_HEADERS))
                .doOnChannelInit((_, channel, _) ->
                        channel.pipeline().addAfter(NettyPipeline.HttpCodec, "koobridge", new RequestMender()));
    }
}
