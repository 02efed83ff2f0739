package io.koobridge.benchmark.load.generator;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers on one thread, so that a stall of one call is a stall of all. */
final class FakeServer implements AutoCloseable {

    /** What it does with a call; it has the whole server for itself meanwhile. */
    @FunctionalInterface
    interface Behaviour {

        /**
         * Answers it, or does not.
         *
         * @param number of the call, from 1
         */
        void handle(int number, HttpExchange exchange) throws IOException, InterruptedException;
    }

    private final HttpServer server;
    private final AtomicInteger calls = new AtomicInteger();

    FakeServer(Behaviour behaviour) {
        try {
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            try {
                behaviour.handle(calls.incrementAndGet(), exchange);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        server.start();
    }

    static void answer(HttpExchange exchange, String resultCode) throws IOException {
        byte[] body = "{\"resultCode\":\"%s\"}".formatted(resultCode).getBytes(US_ASCII);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /** Nobody is answered for this long. */
    static void stall(int milliseconds) throws InterruptedException {
        boolean released = new CountDownLatch(1).await(milliseconds, TimeUnit.MILLISECONDS);
        if (released) {
            throw new IllegalStateException("nobody can release it");
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
