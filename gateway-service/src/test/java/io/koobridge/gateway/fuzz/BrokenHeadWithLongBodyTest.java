package io.koobridge.gateway.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes behind a head that is no HTTP must not cost the caller its answer (design §3.1: every outcome is HTTP 200). */
class BrokenHeadWithLongBodyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"Content-Length: 1000000\r\nContent-Length: 1000001", "Content-Length: 1000000\r\nno colon here"
            })
    void isAnsweredAndNotReset(String headers) throws IOException {
        try (var gateway = new HttpGateway(Tape.of(Plan.of(1, 1).mood()))) {
            for (int i = 0; i < 50; i++) {
                try (var socket = new Socket(InetAddress.getLoopbackAddress(), gateway.port())) {
                    var head = "POST /koogallery/saas HTTP/1.1\r\nHost: a\r\n%s\r\n\r\n".formatted(headers);
                    socket.getOutputStream().write(head.getBytes(ISO_8859_1));
                    socket.getOutputStream().write(new byte[1_000_000]);
                    var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
                    assertThat(answer.readLine()).isEqualTo("HTTP/1.1 200 OK");
                }
            }
        }
    }
}
