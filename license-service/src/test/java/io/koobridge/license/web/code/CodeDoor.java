package io.koobridge.license.web.code;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.koobridge.events.license.CodeId;
import io.koobridge.events.wire.Json;
import io.koobridge.license.domain.code.AuthorizationCode;
import io.koobridge.license.ledger.code.CodeShape;
import io.koobridge.runtime.journal.RecordingJournal;
import io.koobridge.runtime.webhook.BoundedBody;
import io.koobridge.service.Telemetry;
import io.koobridge.service.ledger.Entry;
import io.koobridge.service.ledger.InMemoryLedgerStore;
import io.koobridge.service.ledger.Ledger;
import io.koobridge.service.ledger.LedgerStore;
import io.koobridge.service.ledger.Work;
import io.koobridge.service.reconcile.ReconcileRequest;
import io.koobridge.service.reconcile.Requests;
import io.koobridge.service.web.ApiKey;
import io.koobridge.service.web.ApiKeys;
import io.koobridge.testkit.MutableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.reactive.function.server.RouterFunctions;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import tools.jackson.databind.JsonNode;

/** The door of the seller's software on a real port, before a ledger in memory. */
final class CodeDoor implements AutoCloseable {

    static final String KEY = "a-key-that-a-test-made-up";
    static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    final InMemoryLedgerStore<AuthorizationCode> store = new InMemoryLedgerStore<>();
    final MutableClock clock = MutableClock.at(NOW);
    final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    final List<ReconcileRequest> requested = new CopyOnWriteArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private final DisposableServer server;

    CodeDoor() {
        this(found -> found, Mono.empty(), 1_000);
    }

    /** @param before what stands before the store */
    CodeDoor(UnaryOperator<LedgerStore<AuthorizationCode>> before, Mono<Void> kafka, int newcomers) {
        var tickets = new AtomicLong();
        Requests requests = request -> {
            requested.add(request);
            return kafka;
        };
        var ledger = new Ledger<>(before.apply(store), new CodeShape(), clock, () -> "t" + tickets.incrementAndGet());
        var book = new CodeDesk.Book("license-codes", ledger, requests, Mono.empty());
        var routes = new CodeRoutes(
                new ApiKeys(
                        "koobridge.license.api-keys",
                        List.of(new ApiKey("old", "0".repeat(64)), new ApiKey("new", sha256(KEY)))),
                new CodeDesk(book, Duration.ofMinutes(10), clock, newcomers),
                new Telemetry("test", clock, new RecordingJournal(), metrics),
                new CodeRoutes.Bounds(new BoundedBody(64 * 1024, Duration.ofSeconds(1)), 4));
        server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .handle(new ReactorHttpHandlerAdapter(RouterFunctions.toHttpHandler(routes.open())))
                .bindNow();
    }

    private static String sha256(String key) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    void holds(String code, AuthorizationCode state) {
        store.insert(CodeId.of(code), state, new Work("t0", 0, NOW, NOW, NOW)).block();
    }

    /** The worker, in its place. */
    void becomes(String code, UnaryOperator<AuthorizationCode> change) {
        Entry<AuthorizationCode> entry =
                Objects.requireNonNull(store.find(CodeId.of(code)).block());
        store.replace(entry.id(), entry.version(), change.apply(entry.state()), new Work("t1", 0, NOW, NOW, NOW))
                .block();
    }

    int port() {
        return server.port();
    }

    HttpRequest.Builder request(String question) {
        return HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:%d/license-codes/%s".formatted(server.port(), question)))
                .timeout(Duration.ofSeconds(20));
    }

    /** Quotes are single. */
    HttpResponse<String> post(String question, String json) {
        return send(request(question)
                .header("Authorization", "Bearer " + KEY)
                .POST(HttpRequest.BodyPublishers.ofString(json.replace('\'', '"')))
                .build());
    }

    JsonNode ask(String question, String json) {
        var response = post(question, json);
        if (response.statusCode() != 200) {
            throw new AssertionError(response.statusCode() + " " + response.body());
        }
        return Json.mapper().readTree(response.body());
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("the door does not answer", e);
        }
    }

    @Override
    public void close() {
        server.disposeNow();
        http.close();
    }
}
