package io.koobridge.gateway.running;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever reaches a production address is answered there, not by the layers below. */
class OddRequestsTest extends GatewayTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"|", "{", "}", "^", "`", "\"", "<", ">", "\\", "[", "]", "#", "%", "%4", "%zz", "%%", "%u4e2d"})
    void aTargetWithIllegalCharactersIsReadAsItWasMeant(String odd) {
        var call = Call.newInstance(CLOCK, "CS-ODD").withNonce("nonce" + System.nanoTime() + odd);

        var reply = send(call).isProper();

        assertThat(reply.code()).isEqualTo("000004");
    }

    @Test
    void rawUtf8InTheTargetIsReadAsItWasMeant() {
        var nonce = "实例" + System.nanoTime();
        var call = Call.newInstance(CLOCK, "CS-UTF8").withNonce(nonce);
        // The request line is written in ISO 8859-1, one character for each byte.
        var onTheWire = call.withQuery("signature=%s&timestamp=%s&nonce=%s"
                .formatted(call.signature(), call.timestamp(), new String(nonce.getBytes(UTF_8), ISO_8859_1)));

        assertThat(send(onTheWire).isProper().code()).isEqualTo("000004");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: a b",
                "Host: [::1",
                "Host: a:b:c",
                "Host: a:99999999999",
                "Host:",
                "Content-Type: nonsense",
                "Content-Type: text/plain; charset=nonsense",
                "Content-Type: multipart/form-data; boundary=x",
                "Content-Type: application/x-www-form-urlencoded",
                "Accept: nonsense;q=x",
                "Accept-Language: ;;;",
                "Accept-Encoding: gzip",
                "Content-Encoding: gzip",
                "X-Forwarded-Host: elsewhere:xyz",
                "X-Forwarded-Prefix: /elsewhere",
                "X-Forwarded-Port: x",
                "Forwarded: host=\"a b\";proto=x",
                "X-HTTP-Method-Override: DELETE",
                "Origin: null",
                "If-None-Match: *",
                "If-Modified-Since: yesterday",
                "Range: bytes=0-1",
                "Cookie: =;=;",
                "Upgrade: h2c",
                "Connection: Upgrade, HTTP2-Settings",
                "Expect: a miracle",
                "Traceparent: 00-zz",
                "koobridge-unreadable: true",
            })
    void noHeaderTurnsACallAway(String header) {
        assertThat(send(Call.newInstance(CLOCK, "CS-HEADER").withHeader(header))
                        .isProper()
                        .code())
                .isEqualTo("000004");
    }

    @Test
    void aCallNeedsNoHeaderAtAll() {
        assertThat(send(Call.newInstance(CLOCK, "CS-BARE").withoutHeaders())
                        .isProper()
                        .code())
                .isEqualTo("000004");
    }

    @Test
    void theAbsoluteFormOfATargetIsTheSameTarget() {
        var call = Call.newInstance(CLOCK, "CS-ABSOLUTE");

        assertThat(send(call.withPath("http://isv.example.com" + RunningGateway.PATH))
                        .isProper()
                        .code())
                .isEqualTo("000004");
    }

    @Tag("promise:always-an-answer")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "no header at all",
                "bad name: x",
                "X: \u0001",
                ": x",
                "Content-Length: x",
                "Content-Length: -1",
                "Content-Length: 1, 2",
                "Content-Length: 1\r\nContent-Length: 2",
            })
    void aHeadThatIsNoHttpIsAnsweredAndTheConnectionClosed(String header) {
        try (var connection = Connection.to(GATEWAY.port())) {
            connection.send("POST %s HTTP/1.1\r\nHost: a\r\n%s\r\n\r\n"
                    .formatted(Call.newInstance(CLOCK, "CS-1").target(), header)
                    .getBytes(StandardCharsets.US_ASCII));

            var reply = connection.read().isProper();

            assertThat(reply.code()).isEqualTo("000002");
            assertThat(connection.isClosedByPeer()).isTrue();
        }
    }

    @Test
    void headersWithoutEndAreAnsweredAndTheConnectionClosed() {
        try (var connection = Connection.to(GATEWAY.port())) {
            connection.send(("POST %s HTTP/1.1\r\nHost: a\r\nX: "
                                    .formatted(Call.newInstance(CLOCK, "CS-1").target())
                            + "x".repeat(40_000))
                    .getBytes(StandardCharsets.US_ASCII));

            var reply = connection.read().isProper();

            assertThat(reply.code()).isEqualTo("000002");
            assertThat(lastJournaled().verdict()).isEqualTo("unreadable");
            assertThat(connection.isClosedByPeer()).isTrue();
        }
    }

    @Test
    void aLongTargetIsReadLikeAnyOther() {
        var call = Call.newInstance(CLOCK, "CS-LONG");
        var query = "signature=%s&timestamp=%s&nonce=%s&x=%s"
                .formatted(call.signature(), call.timestamp(), call.nonce(), "x".repeat(20_000));

        assertThat(send(call.withQuery(query)).isProper().code()).isEqualTo("000004");
    }

    @Tag("promise:always-an-answer")
    @Test
    void aTargetBeyondAllMeasureIsTurnedAwayByTheServerAndTheCallerCanReadIt() {
        var target = RunningGateway.PATH + "?x=" + "x".repeat(1_000_000);
        for (int round = 0; round < 20; round++) {
            try (var connection = Connection.to(GATEWAY.port())) {
                var reply = connection
                        .send("POST %s HTTP/1.1\r\nHost: a\r\n\r\n"
                                .formatted(target)
                                .getBytes(ISO_8859_1))
                        .read();

                assertThat(reply.status()).isEqualTo(414);
                assertThat(reply.body()).isEmpty();
                assertThat(connection.isClosedByPeer()).isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "OPTIONS", "GET", "HEAD"})
    void alsoARefusalWhoseBodyNobodyReads(String method) {
        var request = new String(
                        Call.newInstance(CLOCK, "CS-VERSION")
                                .withQuery("")
                                .withMethod(method)
                                .bytes(),
                        UTF_8)
                .replace("HTTP/1.1", "HTTP/1.0");

        try (var connection = Connection.to(GATEWAY.port())) {
            assertThat(connection.send(request.getBytes(UTF_8)).readHead().statusLine())
                    .isEqualTo("HTTP/1.0 200 OK");
        }
    }

    @Test
    void aProxyThatSpeaksAnOlderVersionIsAnsweredInIt() {
        var request = new String(Call.newInstance(CLOCK, "CS-VERSION").bytes(), UTF_8).replace("HTTP/1.1", "HTTP/1.0");

        var reply = Connection.exchange(GATEWAY.port(), request.getBytes(UTF_8));

        assertThat(reply.statusLine()).isEqualTo("HTTP/1.0 200 OK");
        assertThat(reply.code()).isEqualTo("000004");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/2.0", "HTTP/3.0"})
    void newerVersionsAreAnsweredInOurs(String version) {
        var call = Call.newInstance(CLOCK, "CS-VERSION");
        var request = new String(call.bytes(), UTF_8).replaceFirst("HTTP/1.1", version);

        var reply = Connection.exchange(GATEWAY.port(), request.getBytes(UTF_8)).isProper();

        assertThat(reply.code()).isEqualTo("000004");
    }

    @Tag("promise:always-an-answer")
    @Test
    void whatIsNoHttpAtAllIsTurnedAwayByTheServer() {
        try (var connection = Connection.to(GATEWAY.port())) {
            var reply = connection
                    .send("\u0016\u0003\u0001 TLS?\r\n\r\n".getBytes(ISO_8859_1))
                    .read();

            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.body()).isEmpty();
            assertThat(connection.isClosedByPeer()).isTrue();
        }
    }
}
