package io.koobridge.stack.process;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;

/** A question that a child answers when it can be used. */
public sealed interface Readiness {

    Duration PATIENCE = Duration.ofSeconds(2);

    boolean holds();

    /** A page answers 200. */
    record Http(URI page) implements Readiness {

        @Override
        public boolean holds() {
            try {
                var connection = (HttpURLConnection) page.toURL().openConnection();
                connection.setConnectTimeout((int) PATIENCE.toMillis());
                connection.setReadTimeout((int) PATIENCE.toMillis());
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } catch (IOException e) {
                return false;
            }
        }
    }

    /** A loopback port takes connections. */
    record Tcp(int port) implements Readiness {

        @Override
        public boolean holds() {
            try (var socket = new Socket()) {
                socket.connect(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), port), (int) PATIENCE.toMillis());
                return true;
            } catch (IOException e) {
                return false;
            }
        }
    }
}
