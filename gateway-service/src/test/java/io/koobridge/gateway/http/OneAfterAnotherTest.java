package io.koobridge.gateway.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class OneAfterAnotherTest {

    private final Reads reads = new Reads();
    private final EmbeddedChannel channel = new EmbeddedChannel(reads, new OneAfterAnother());

    /** Counts what reaches the socket. */
    private static final class Reads extends ChannelOutboundHandlerAdapter {

        private int count;

        @Override
        public void read(ChannelHandlerContext context) {
            count++;
            context.read();
        }
    }

    @AfterEach
    void end() {
        channel.releaseInbound();
        channel.releaseOutbound();
    }

    @Test
    void aRequestIsReadToItsEnd() {
        request();
        channel.writeInbound(new DefaultHttpContent(Unpooled.wrappedBuffer(new byte[1])));

        assertThat(reads()).isTrue();
    }

    @Test
    void behindOneThatIsNotAnsweredNothingMoreIsReadUntilItIs() {
        request();
        request();
        assertThat(reads()).isFalse();

        answer();
        assertThat(reads()).isTrue();
        answer();
        assertThat(reads()).isTrue();
    }

    @Test
    void whoeverSwitchesReadingOnMeanwhileIsHeardAfterTheAnswer() {
        request();
        request();
        request();
        channel.config().setAutoRead(true);
        assertThat(reads()).isFalse();

        answer();
        assertThat(reads()).isFalse();
        answer();
        assertThat(reads()).isTrue();
    }

    @Test
    void whoeverReadsByHandGoesOnByHand() {
        channel.config().setAutoRead(false);
        request();
        request();
        int before = reads.count;
        channel.read();
        channel.read();
        assertThat(reads.count).isEqualTo(before);

        answer();

        assertThat(reads.count).isEqualTo(before + 1);
        assertThat(reads()).isFalse();
    }

    @Test
    void eightMayWait() {
        for (int sent = 0; sent <= OneAfterAnother.MOST_WAITING; sent++) {
            request();
        }

        assertThat(channel.isOpen()).isTrue();
        assertThat(channel.inboundMessages()).hasSize(2 * (1 + OneAfterAnother.MOST_WAITING));
    }

    @Tag("promise:connections-are-bounded")
    @Test
    void whoeverSendsMoreAheadLosesTheConnectionAndNothingMoreIsKept() {
        var behindTheCodec = new EmbeddedChannel(new HttpServerCodec(), new OneAfterAnother());

        behindTheCodec.writeInbound(
                Unpooled.copiedBuffer("POST / HTTP/1.1\r\nHost: a\r\n\r\n".repeat(1_000), US_ASCII));

        assertThat(behindTheCodec.isOpen()).isFalse();
        assertThat(behindTheCodec.inboundMessages()).hasSize(2 * (1 + OneAfterAnother.MOST_WAITING));
        behindTheCodec.releaseInbound();
    }

    @Test
    void beingToldToContinueIsNoAnswer() {
        request();
        request();

        channel.writeOutbound(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE));

        assertThat(reads()).isFalse();
    }

    private void request() {
        channel.writeInbound(
                new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/"), LastHttpContent.EMPTY_LAST_CONTENT);
    }

    private void answer() {
        channel.writeOutbound(
                new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK),
                LastHttpContent.EMPTY_LAST_CONTENT);
    }

    private boolean reads() {
        return channel.config().isAutoRead();
    }
}
