package io.koobridge.gateway.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import org.junit.jupiter.api.Test;

class RequestMenderTest {

    private final EmbeddedChannel channel = new EmbeddedChannel(new HttpRequestDecoder(), new RequestMender());

    @Test
    void aProperRequestPassesUnchanged() {
        var request = receive("POST /a?n=1 HTTP/1.1\r\nHost: isv.example.com:8080\r\nX: y\r\n\r\n");

        assertThat(request.uri()).isEqualTo("/a?n=1");
        assertThat(request.headers().get("Host")).isEqualTo("isv.example.com:8080");
        assertThat(request.headers().get("X")).isEqualTo("y");
    }

    @Test
    void aTargetThatIsNoneBecomesOne() {
        assertThat(receive("POST /a?n=x|y HTTP/1.1\r\nHost: a\r\n\r\n").uri()).isEqualTo("/a?n=x%7Cy");
    }

    @Test
    void aHostThatNobodyCanParseIsReplaced() {
        assertThat(receive("POST /a HTTP/1.1\r\nHost: [::1]:x\r\n\r\n")
                        .headers()
                        .get("Host"))
                .isEqualTo("unreadable");
    }

    @Test
    void aVersionThatIsNotSpokenHereIsAnsweredInOurs() {
        assertThat(receive("POST /a HTTP/2.0\r\nHost: a\r\n\r\n").protocolVersion())
                .isEqualTo(HttpVersion.HTTP_1_1);
    }

    @Test
    void headersThatAreNoHttpBecomeAnEmptyRequestThatSaysSo() {
        var request = receive("POST /a?n=x|y HTTP/1.1\r\nno header at all\r\n\r\n");

        Object end = channel.readInbound();
        assertThat(end).isEqualTo(LastHttpContent.EMPTY_LAST_CONTENT);
        assertThat(request.decoderResult().isSuccess()).isTrue();
        assertThat(request.uri()).isEqualTo("/a?n=x%7Cy");
        assertThat(RequestMender.isUnreadable(channel)).isTrue();
    }

    @Test
    void aFirstLineThatIsNoneIsLeftToTheCodec() {
        assertThat(receive("\u0001\u0002 nonsense\r\n\r\n").decoderResult().isFailure())
                .isTrue();
    }

    @Test
    void aBodyThatIsNoHttpEndsThereAndSaysSo() {
        receive("POST /a HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n");
        assertThat(RequestMender.isUnreadable(channel)).isFalse();

        channel.writeInbound(Unpooled.copiedBuffer("zz\r\n", ISO_8859_1));

        Object end = channel.readInbound();
        assertThat(end).isEqualTo(LastHttpContent.EMPTY_LAST_CONTENT);
        assertThat(RequestMender.isUnreadable(channel)).isTrue();
    }

    private HttpRequest receive(String bytes) {
        channel.writeInbound(Unpooled.copiedBuffer(bytes, ISO_8859_1));
        HttpRequest request = channel.readInbound();
        return request;
    }
}
