package io.koobridge.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** Takes spans by OTLP over HTTP, as any collector does, and shows them. */
public final class TestCollector implements AutoCloseable {

    private static final int SERVER_ERROR = 500;

    private final HttpServer server;
    private final List<Received> received = new CopyOnWriteArrayList<>();

    /**
     * A span.
     *
     * @param service that recorded it
     * @param parentId empty where a trace begins
     * @param kind as OTLP numbers it: 1 internal, 2 server, 3 client, 4 producer, 5 consumer
     * @param attributes those that are text
     */
    public record Received(
            String service,
            String traceId,
            String spanId,
            String parentId,
            String name,
            long kind,
            Map<String, String> attributes) {}

    public TestCollector() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/v1/traces", this::take);
        server.start();
    }

    /** What {@code management.opentelemetry.tracing.export.otlp.endpoint} is to be. */
    public String endpoint() {
        return "http://127.0.0.1:%d/v1/traces".formatted(server.getAddress().getPort());
    }

    /** All spans of a trace that have come so far. */
    public List<Received> ofTrace(String traceId) {
        return received.stream().filter(span -> span.traceId().equals(traceId)).toList();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var isOtlp = exchange.getRequestMethod().equals("POST")
                    && "application/x-protobuf"
                            .equals(exchange.getRequestHeaders().getFirst("Content-Type"));
            var body = exchange.getRequestBody().readAllBytes();
            if (isOtlp) {
                ProtobufMessage.read(body).messages(1).forEach(this::ofResource);
            }
            exchange.sendResponseHeaders(isOtlp ? 200 : SERVER_ERROR, -1);
        }
    }

    private void ofResource(ProtobufMessage spans) {
        var service = attributes(spans.messages(1).getFirst(), 1).getOrDefault("service.name", "");
        spans.messages(2).stream()
                .flatMap(scope -> scope.messages(2).stream())
                .map(span -> new Received(
                        service,
                        span.hex(1),
                        span.hex(2),
                        span.hex(4),
                        span.text(5),
                        span.numbers().getOrDefault(6, 0L),
                        attributes(span, 9)))
                .forEach(received::add);
    }

    private static Map<String, String> attributes(ProtobufMessage message, int field) {
        return message.messages(field).stream()
                .collect(Collectors.toMap(
                        pair -> pair.text(1),
                        pair -> pair.messages(2).getFirst().text(1),
                        (_, last) -> last));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
