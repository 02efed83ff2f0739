package io.koobridge.gateway.running;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;

/** A plain socket to the gateway: sends any bytes, reads HTTP answers, sees whether the other side closes. */
final class Connection implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Socket socket;
    private final InputStream input;

    private Connection(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout((int) PATIENCE.toMillis());
        socket.setTcpNoDelay(true);
        input = new BufferedInputStream(socket.getInputStream());
    }

    static Connection to(int port) {
        try {
            return new Connection(new Socket(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One call on a connection of its own. */
    static Reply exchange(int port, byte[] request) {
        try (var connection = to(port)) {
            return connection.send(request).read();
        }
    }

    Connection send(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next answer. */
    Reply read() {
        var head = readHead();
        try {
            return new Reply(head.statusLine(), head.headerLines(), input.readNBytes(head.contentLength()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next answer, which has no body. */
    Reply readHead() {
        try {
            var status = line();
            var headers = new ArrayList<String>();
            for (var header = line(); !header.isEmpty(); header = line()) {
                headers.add(header);
            }
            return new Reply(status, headers, new byte[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything until the other side closes. */
    String readToEnd() {
        try {
            return new String(input.readAllBytes(), ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the other side closes within the patience of this socket. */
    boolean isClosedByPeer() {
        try {
            return input.read() < 0;
        } catch (SocketException reset) {
            return true;
        } catch (IOException stillOpen) {
            return false;
        }
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = input.read(); next != '\n'; next = input.read()) {
            if (next < 0) {
                throw new IOException("closed without an answer, after: " + line.toString(ISO_8859_1));
            }
            line.write(next);
        }
        return line.toString(ISO_8859_1).stripTrailing();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
