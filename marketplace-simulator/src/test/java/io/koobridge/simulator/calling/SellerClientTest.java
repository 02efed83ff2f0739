package io.koobridge.simulator.calling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.koobridge.simulator.fault.Stamp;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SellerClientTest {
    private static final int AT_ONCE = 256;

    /** Signed before it waits, a letter would be older than a minute when a slow seller gets it: refused, and no fault of his. */
    @Test
    void aLetterIsWrittenAndSignedWhenItIsItsTurn() throws Exception {
        try (var silent = new ServerSocket(0, AT_ONCE + 1, InetAddress.getLoopbackAddress())) {
            List<Socket> connections = new CopyOnWriteArrayList<>();
            Thread.startVirtualThread(() -> accept(silent, connections));
            String url = "http://127.0.0.1:" + silent.getLocalPort() + "/saas";
            var client = new SellerClient(settings(url), Clock.systemUTC());
            var written = new AtomicInteger();
            List<Thread> calls = IntStream.range(0, AT_ONCE)
                    .mapToObj(i -> Thread.startVirtualThread(() -> client.send(() -> counted(written, url))))
                    .toList();
            await().until(() -> written.get() == AT_ONCE && connections.size() == AT_ONCE);

            Thread next = Thread.startVirtualThread(() -> client.send(() -> counted(written, url)));

            await().until(() -> next.getState() == Thread.State.WAITING);
            assertThat(written).hasValue(AT_ONCE);
            connections.forEach(SellerClientTest::close);
            await().until(() -> written.get() == AT_ONCE + 1);
            await().until(() -> calls.stream().noneMatch(Thread::isAlive));
        }
    }

    private static Sealed counted(AtomicInteger written, String url) {
        written.incrementAndGet();
        return new Sealed(
                new Letter(Channel.V2, url, new byte[] {'{', '}'}, Stamp.at("a-key", 0, "a-nonce"), null), null);
    }

    private static void accept(ServerSocket server, List<Socket> connections) {
        try {
            while (true) {
                connections.add(server.accept());
            }
        } catch (IOException closed) {
            connections.forEach(SellerClientTest::close);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Settings settings(String url) {
        return new Settings(
                URI.create(url),
                null,
                "/saas",
                "",
                "a-key",
                "",
                "",
                new LicenseAddress("", "", ""),
                new CodeAddress("", ""),
                "ak",
                "sk",
                false,
                Duration.ofSeconds(60),
                Duration.ofSeconds(60),
                Duration.ofSeconds(2),
                10,
                10);
    }
}
