package io.koobridge.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OneAfterAnotherTest {

    private final EmbeddedChannel channel = new EmbeddedChannel(new OneAfterAnother());

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
        channel.read();

        answer();

        assertThat(reads()).isFalse();
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
