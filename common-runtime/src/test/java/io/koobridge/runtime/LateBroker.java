package io.koobridge.runtime;

import io.koobridge.testkit.FreePorts;
import io.koobridge.testkit.TestBroker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** An address where no broker is until {@link #appear()}; from then on it leads to the test broker. */
public final class LateBroker implements AutoCloseable {

    private final int port = FreePorts.next();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private @Nullable ServerSocket door;

    public String address() {
        return "127.0.0.1:" + port;
    }

    public void appear() {
        try {
            var opened = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
            door = opened;
            Thread.ofVirtual().start(() -> accept(opened));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket opened) {
        try {
            while (true) {
                var client = opened.accept();
                var address = TestBroker.shared().bootstrapServers().split(":", 2);
                var broker = new Socket(address[0], Integer.parseInt(address[1]));
                open.add(client);
                open.add(broker);
                Thread.ofVirtual().start(() -> pump(client, broker));
                Thread.ofVirtual().start(() -> pump(broker, client));
            }
        } catch (IOException e) {
            // Closed: the test is over.
        }
    }

    private static void pump(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // One side hung up, which ends both.
        }
    }

    @Override
    public void close() throws IOException {
        if (door != null) {
            door.close();
        }
        for (var socket : open) {
            socket.close();
        }
    }
}
