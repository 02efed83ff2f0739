package io.koobridge.provisioning.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A TCP connection to a server that can be cut and mended: to its users the server dies and comes back. */
final class Cable implements AutoCloseable {

    private final int target;
    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile @Nullable ServerSocket listening;

    Cable(int target) {
        this.target = target;
        this.port = listen(0);
    }

    int port() {
        return port;
    }

    void cut() throws IOException {
        var server = listening;
        listening = null;
        if (server != null) {
            server.close();
        }
        open.forEach(Cable::quietly);
        open.clear();
    }

    void mend() {
        listen(port);
    }

    private int listen(int wanted) {
        try {
            var server = new ServerSocket();
            server.setReuseAddress(true);
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
            listening = server;
            Thread.ofVirtual().start(() -> accept(server));
            return server.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket server) {
        while (!server.isClosed()) {
            try {
                join(server.accept(), new Socket(InetAddress.getLoopbackAddress(), target));
            } catch (IOException _) {
                // cut
            }
        }
    }

    private void join(Socket one, Socket other) {
        open.add(one);
        open.add(other);
        Thread.ofVirtual().start(() -> copy(one, other));
        Thread.ofVirtual().start(() -> copy(other, one));
        if (listening == null) {
            quietly(one);
            quietly(other);
        }
    }

    private static void copy(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException _) {
            // cut
        }
    }

    private static void quietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException _) {
            // it is closed
        }
    }

    @Override
    public void close() throws IOException {
        cut();
    }
}
