package io.koobridge.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Somebody else's HTTP server on a loopback port, answered by a function of the request. Remembers what it was asked. */
public final class FakeServer implements AutoCloseable {

    private final Collection<Request> requests = new ConcurrentLinkedQueue<>();
    private final CountDownLatch closed;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    /**
     * What came.
     *
     * @param headers the first of each name; names are found in any case
     */
    public record Request(String method, URI uri, Map<String, String> headers, String body) {

        public String path() {
            return uri.getPath();
        }
    }

    /** What goes back, as JSON. A function that throws hangs up instead. */
    public record Response(int status, String body, Map<String, String> headers) {

        public Response {
            headers = Map.copyOf(headers);
        }

        public Response(int status, String body) {
            this(status, body, Map.of());
        }

        public static Response ok(String json) {
            return new Response(200, json);
        }
    }

    public FakeServer(Function<Request, Response> answers) {
        this(answers, new CountDownLatch(1));
    }

    private FakeServer(Function<Request, Response> answers, CountDownLatch closed) {
        this.closed = closed;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", exchange -> answer(exchange, answers));
        server.start();
    }

    /** A server that takes every request and answers none. */
    public static FakeServer thatHangs() {
        var closed = new CountDownLatch(1);
        return new FakeServer(
                _ -> {
                    try {
                        closed.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return new Response(500, "");
                },
                closed);
    }

    public String url() {
        return uri().toString();
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public List<Request> requests() {
        return List.copyOf(requests);
    }

    private void answer(HttpExchange exchange, Function<Request, Response> answers) throws IOException {
        try (exchange) {
            var request = request(exchange);
            requests.add(request);
            var response = answers.apply(request);
            var body = response.body().getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            response.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(response.status(), body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    private static Request request(HttpExchange exchange) throws IOException {
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
        var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        return new Request(exchange.getRequestMethod(), exchange.getRequestURI(), headers, body);
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
