package io.koobridge.simulator.calling;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.simulator.fault.SlowReader;
import io.koobridge.simulator.fault.Stamp;
import io.koobridge.simulator.rules.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OddTransportTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 many OK\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: long\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n"
            })
    void anAnswerThatIsNoneIsABrokenCall(String answer) throws IOException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.startVirtualThread(() -> answer(server, answer));

            Reply reply = new OddTransport()
                    .send(
                            new Letter(
                                    Channel.V2,
                                    "http://127.0.0.1:" + server.getLocalPort() + "/saas?signature=x",
                                    "{}".getBytes(StandardCharsets.UTF_8),
                                    Stamp.at("a-key", 0, "a-nonce"),
                                    null),
                            new SlowReader(SlowReader.Part.ANSWER, 1),
                            Duration.ofSeconds(5));

            assertThat(reply).isInstanceOf(Reply.Broken.class);
        }
    }

    private static void answer(ServerSocket server, String answer) {
        try (var socket = server.accept()) {
            socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            socket.getInputStream().readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
