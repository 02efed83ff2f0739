package io.koobridge.cli;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/** A service that answers as the internal port does, and whoever types commands for it. */
abstract class OperatorTest extends TypedTest {

    static final String TOKEN = "an-invented-token-of-a-test";
    static final String ID = "koobridge.facts.instances.dlq:0:7";

    record Received(String method, String target, @Nullable String authorization, String body) {}

    record Answer(int status, String body) {}

    final Map<String, Answer> answers = new TreeMap<>();
    final List<Received> received = new CopyOnWriteArrayList<>();
    final HttpServer service;

    OperatorTest(Path home) throws IOException {
        super(home);
        this.service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 4);
        service.createContext("/", exchange -> {
            var target = exchange.getRequestURI().toString();
            received.add(new Received(
                    exchange.getRequestMethod(),
                    target,
                    exchange.getRequestHeaders().getFirst("Authorization"),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            var answer = answers.getOrDefault(target, new Answer(404, "{\"status\":404,\"detail\":\"Nothing here.\"}"));
            var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        service.start();
    }

    @AfterEach
    void stop() {
        service.stop(0);
    }

    static String letter(String id) {
        return letter(id, "kb1", "2026-11-22T08:00:00Z");
    }

    static String letter(String id, String key, String at) {
        return "{\"id\":\"%s\",\"key\":\"%s\",\"reason\":\"unreadable\",\"detail\":\"not JSON\",\"origin\":\"a:1:2\",\"putAsideAt\":\"%s\",\"size\":3,\"state\":\"open\"}"
                .formatted(id, key, at);
    }

    static String list(@Nullable String next, String... letters) {
        return "{\"deadLetters\":[%s]%s}"
                .formatted(String.join(",", letters), next == null ? "" : ",\"next\":\"" + next + "\"");
    }

    static String encoded(String id) {
        return id.replace(":", "%3A");
    }

    int run(String... arguments) {
        return execute(
                Map.of("KOOBRIDGE_PROVISIONING_INTERNAL_URL", url(), "KOOBRIDGE_SERVICE_TOKEN", TOKEN), arguments);
    }

    String url() {
        return "http://127.0.0.1:" + service.getAddress().getPort();
    }
}
