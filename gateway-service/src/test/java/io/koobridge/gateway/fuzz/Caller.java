package io.koobridge.gateway.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Speaks HTTP over a socket of its own, as well or as badly as it is told to. */
final class Caller implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 15_000;
    private static final String CONTINUE = "HTTP/1.1 100";

    private final Socket socket;
    private final InputStream input;
    private final long began = System.nanoTime();

    Caller(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
        input = new BufferedInputStream(socket.getInputStream());
    }

    /** What was heard over HTTP; headers by their exact names. */
    record Heard(String statusLine, Map<String, String> headers, Answered answer) {}

    /** Empty when the connection was closed instead. */
    Optional<Heard> call(Sent wire, Framing framing, RandomGenerator random) throws IOException {
        var bytes = framing.bytes(wire, random);
        switch (framing) {
            case IN_PIECES -> inPieces(bytes, random);
            case TWO_CALLS_AT_ONCE -> {
                // The first is answered, too, and belongs to nobody.
                var first = "GET %s HTTP/1.1\r\nHost: a\r\n\r\n"
                        .formatted(wire.place().address().path())
                        .getBytes(ISO_8859_1);
                send(first);
                send(bytes);
                if (read().isEmpty()) {
                    throw new IOException("the first of two calls was not answered");
                }
            }
            default -> send(bytes);
        }
        if (framing == Framing.CUT_SHORT) {
            socket.shutdownOutput();
        }
        var heard = read();
        if (framing == Framing.EXPECT_CONTINUE
                && heard.isPresent()
                && heard.get().statusLine().startsWith(CONTINUE)) {
            send(wire.body());
            return read();
        }
        return heard;
    }

    private void inPieces(byte[] bytes, RandomGenerator random) throws IOException {
        for (int at = 0; at < bytes.length; ) {
            int size = Math.min(bytes.length - at, 1 + random.nextInt(1 + bytes.length / 4));
            socket.getOutputStream().write(bytes, at, size);
            socket.getOutputStream().flush();
            at += size;
        }
    }

    private void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    private Optional<Heard> read() throws IOException {
        var status = line();
        if (status.isEmpty()) {
            return Optional.empty();
        }
        var headers = new HashMap<String, String>();
        for (var header = line(); !header.isEmpty(); header = line()) {
            var parts = header.split(": ", 2);
            headers.put(parts[0], parts.length > 1 ? parts[1] : "");
        }
        int length =
                Integer.parseInt(headers.getOrDefault("content-length", headers.getOrDefault("Content-Length", "0")));
        var body = input.readNBytes(length);
        var answer = new Answered(
                headers.getOrDefault("Content-Type", "none"),
                headers.getOrDefault("Body-Sign", "none"),
                body,
                Duration.ofNanos(System.nanoTime() - began));
        return Optional.of(new Heard(status, headers, answer));
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = input.read(); next >= 0 && next != '\n'; next = input.read()) {
            line.write(next);
        }
        return line.toString(ISO_8859_1).stripTrailing();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
