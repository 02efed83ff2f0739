package io.koobridge.provisioning.outside;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;

/** A product that writes whatever bytes a test likes, as soon as a request has come. */
final class RudeServer implements AutoCloseable {

    private final ServerSocket socket;
    private final AtomicInteger requests = new AtomicInteger();

    /** What is written; the connection is closed at its end. */
    @FunctionalInterface
    interface Manners {
        void write(OutputStream out) throws IOException;
    }

    RudeServer(Manners manners) {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(() -> serve(manners));
    }

    static RudeServer saying(String bytes) {
        return new RudeServer(out -> out.write(bytes.replace("\n", "\r\n").getBytes(US_ASCII)));
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    int requests() {
        return requests.get();
    }

    private void serve(Manners manners) {
        while (!socket.isClosed()) {
            try {
                var connection = socket.accept();
                Thread.ofVirtual().start(() -> answer(connection, manners));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void answer(Socket connection, Manners manners) {
        try (connection) {
            var in = connection.getInputStream();
            if (in.read(new byte[8_192]) > 0) {
                requests.incrementAndGet();
                manners.write(connection.getOutputStream());
            }
            connection.getOutputStream().flush();
            connection.shutdownOutput();
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException theCallerWentAway) {
            // Which is what it should do with some of these.
        }
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
