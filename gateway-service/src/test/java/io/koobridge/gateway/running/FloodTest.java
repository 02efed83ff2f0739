package io.koobridge.gateway.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Callers who send without end and do not listen: what is not read is not kept. */
@Tag("promise:connections-are-bounded")
class FloodTest extends GatewayTest {

    /** What both sides' sockets hold, which is not ours, is a few MiB. */
    private static final long MUCH = 32L * 1024 * 1024;

    @Test
    void behindACallThatTakesItsTimeNothingIsPiledUp() throws IOException {
        PROVISIONING.hang();

        long sent = flood(Call.queryInstance(CLOCK, "i-1").bytes(), wrong().bytes());

        assertThat(sent).isLessThan(MUCH);
    }

    @Test
    void aBodyBehindACallThatTakesItsTimeIsNotReadEither() throws IOException {
        PROVISIONING.hang();
        var head = "POST %s HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n".formatted(RunningGateway.PATH);
        var first = new ByteArrayOutputStream();
        first.writeBytes(Call.queryInstance(CLOCK, "i-1").bytes());
        first.writeBytes(head.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        var chunk = ("10000\r\n" + "x".repeat(0x10000) + "\r\n").getBytes(java.nio.charset.StandardCharsets.US_ASCII);

        long sent = flood(first.toByteArray(), chunk);

        assertThat(sent).isLessThan(MUCH);
    }

    @Test
    void whoeverTakesNoAnswerIsNotReadFurther() throws IOException {
        try (var channel = SocketChannel.open()) {
            channel.setOption(java.net.StandardSocketOptions.SO_RCVBUF, 4 * 1024);
            channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), GATEWAY.port()));
            channel.configureBlocking(false);
            try (var selector = Selector.open()) {
                channel.register(selector, SelectionKey.OP_WRITE);
                var calls = ByteBuffer.wrap(wrong().bytes());

                // Until nothing has been taken for a second.
                long sent = 0;
                while (sent < MUCH && selector.select(1_000) > 0) {
                    selector.selectedKeys().clear();
                    int before = calls.position();
                    if (!isTaken(channel, calls)) {
                        break;
                    }
                    sent += calls.position() - before;
                    if (!calls.hasRemaining()) {
                        calls.rewind();
                    }
                }

                assertThat(sent).isLessThan(MUCH);
            }
        }
    }

    /** What a connection costs is bounded in memory and in time. */
    @Test
    void whoeverSendsSmallCallsAheadAndTakesNoAnswerLosesTheConnection() throws IOException {
        var small = "POST %s HTTP/1.1\r\nHost: a\r\n\r\n".formatted(RunningGateway.PATH);
        // Their answers are more than both sides' sockets hold.
        var many = ByteBuffer.wrap(small.repeat(50_000).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        try (var channel = SocketChannel.open()) {
            channel.setOption(java.net.StandardSocketOptions.SO_RCVBUF, 4 * 1024);
            channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), GATEWAY.port()));
            channel.configureBlocking(false);

            Awaitility.await("the other side closes")
                    .atMost(Duration.ofSeconds(30))
                    .until(() ->
                            !isTaken(channel, many.hasRemaining() ? many : ByteBuffer.wrap(new byte[] {'\r', '\n'})));
        }
    }

    private static boolean isTaken(SocketChannel channel, ByteBuffer bytes) {
        try {
            channel.write(bytes);
            return true;
        } catch (IOException closed) {
            return false;
        }
    }

    /** How much is taken before the first answer comes, or the other side closes. */
    private static long flood(byte[] first, byte[] then) throws IOException {
        try (var channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), GATEWAY.port()));
                var selector = Selector.open()) {
            channel.write(ByteBuffer.wrap(first));
            channel.configureBlocking(false);
            var key = channel.register(selector, SelectionKey.OP_READ | SelectionKey.OP_WRITE);
            var buffer = ByteBuffer.wrap(then);
            long sent = 0;
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
            while (sent < MUCH && System.nanoTime() < end) {
                assertThat(selector.select(Duration.ofSeconds(5).toMillis())).isPositive();
                selector.selectedKeys().clear();
                if (key.isReadable()) {
                    return sent;
                }
                int before = buffer.position();
                if (!isTaken(channel, buffer)) {
                    return sent;
                }
                sent += buffer.position() - before;
                if (!buffer.hasRemaining()) {
                    buffer.rewind();
                }
            }
            return sent;
        }
    }

    private static Call wrong() {
        return Call.newInstance(CLOCK, "CS-FLOOD").withKey("a-key-that-nobody-has");
    }
}
