package io.koobridge.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A provisioning service that imports whatever comes, as a function of the row says. */
final class FakeImports implements AutoCloseable {

    static final String TOKEN = "an-invented-token-of-a-test";

    final List<JsonNode> received = new CopyOnWriteArrayList<>();
    private final HttpServer service;

    FakeImports(Function<JsonNode, Map<String, ?>> results) {
        try {
            service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 4);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        service.createContext("/internal/instances:import", exchange -> {
            var body = JsonMapper.shared().readTree(exchange.getRequestBody().readAllBytes());
            var authorized =
                    ("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"));
            received.add(body);
            answer(exchange, authorized ? answered(body, results) : null);
        });
        service.start();
    }

    private static ObjectNode answered(JsonNode body, Function<JsonNode, Map<String, ?>> results) {
        var answer = JsonMapper.shared().createObjectNode();
        var all = answer.putArray("results");
        body.path("rows").forEach(row -> all.add(JsonMapper.shared().<JsonNode>valueToTree(results.apply(row))));
        return answer;
    }

    private static void answer(HttpExchange exchange, @Nullable ObjectNode answer) throws IOException {
        var bytes = String.valueOf(answer).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer == null ? 401 : 200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    List<JsonNode> rows() {
        return received.stream()
                .flatMap(body -> body.path("rows").valueStream())
                .toList();
    }

    String url() {
        return "http://127.0.0.1:" + service.getAddress().getPort();
    }

    @Override
    public void close() {
        service.stop(0);
    }
}
