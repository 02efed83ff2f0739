package io.koobridge.benchmark.load.licenses;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/** A seller's licence server that works on each licence for a while (docs/license-server.md). It trusts whoever calls. */
final class SlowLicenseServer implements AutoCloseable {

    /** Invented. */
    static final String SECRET = "whsec_YW4taW52ZW50ZWQtc2VjcmV0LW9mLTMyLWNoYXJz";

    private static final Pattern LICENSE = Pattern.compile("\"licenseId\":\"([^\"]+)\"");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Long> orderedAt = new ConcurrentHashMap<>();
    private final Duration work;

    /** @param work on each licence, whoever else waits */
    SlowLicenseServer(Duration work) throws IOException {
        this.work = work;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** How many licences were ordered so far. */
    long ordered() {
        return orderedAt.size();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var license = LICENSE.matcher(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            var answer = (license.find() ? answer(license.group(1)) : "{}").getBytes(UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private String answer(String license) {
        long now = System.nanoTime();
        Long before = orderedAt.putIfAbsent(license, now);
        return before != null && now - before >= work.toNanos()
                ? "{\"status\":\"ISSUED\",\"license\":\"EXAMPLE-%s\"}".formatted(license)
                : "{\"status\":\"WORKING\",\"retryAfterSeconds\":%d}".formatted(work.toSeconds());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
