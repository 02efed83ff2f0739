package io.koobridge.provisioning.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.koobridge.crypto.seal.Opener;
import io.koobridge.crypto.seal.Sealer;
import io.koobridge.crypto.seal.SealingKeys;
import io.koobridge.crypto.webhook.WebhookSecret;
import io.koobridge.crypto.webhook.WebhookSigner;
import io.koobridge.provisioning.domain.Instance;
import io.koobridge.provisioning.ledger.InstanceShape;
import io.koobridge.provisioning.outside.SealedAccess;
import io.koobridge.runtime.journal.RecordingJournal;
import io.koobridge.runtime.webhook.BoundedBody;
import io.koobridge.runtime.webhook.WebhookSecrets;
import io.koobridge.service.Telemetry;
import io.koobridge.service.ledger.InMemoryLedgerStore;
import io.koobridge.service.ledger.Ledger;
import io.koobridge.service.ledger.LedgerStore;
import io.koobridge.service.ledger.Work;
import io.koobridge.service.reconcile.ReconcileRequest;
import io.koobridge.service.reconcile.Requests;
import io.koobridge.service.seal.Sealing;
import io.koobridge.testkit.MutableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.reactive.function.server.RouterFunctions;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** The product's door on a real port, before a ledger in memory. */
final class Door implements AutoCloseable {

    static final WebhookSecret SECRET = WebhookSecret.parse("whsec_dGVzdC1zZWNyZXQtb2YtMjQtYnl0ZXMhISE=");
    static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    final InMemoryLedgerStore<Instance> store = new InMemoryLedgerStore<>();
    final RecordingJournal journal = new RecordingJournal();
    final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    final List<ReconcileRequest> requested = new CopyOnWriteArrayList<>();
    final SealedAccess sealing;
    private final AtomicLong tickets = new AtomicLong();
    private final HttpClient http = HttpClient.newHttpClient();
    private final DisposableServer server;

    static Door open() {
        return new Door(List.of(SECRET), null, Mono.empty());
    }

    /** Whoever sends slowly may take longer than any test. */
    static Door patient() {
        return new Door(List.of(SECRET), null, Mono.empty(), new BoundedBody(64 * 1024, Duration.ofMinutes(5)));
    }

    /** @param broken stands before the store when given */
    Door(List<WebhookSecret> secrets, @Nullable LedgerStore<Instance> broken, Mono<Void> kafka) {
        this(secrets, broken, kafka, new BoundedBody(64 * 1024, Duration.ofSeconds(1)));
    }

    private Door(
            List<WebhookSecret> secrets, @Nullable LedgerStore<Instance> broken, Mono<Void> kafka, BoundedBody body) {
        var keys = SealingKeys.generate();
        sealing = new SealedAccess(new Sealing(Sealer.of(keys.publicKeyset()), Opener.of(keys.privateKeyset())));
        var clock = MutableClock.at(NOW);
        var telemetry = new Telemetry("test", clock, journal, metrics);
        Requests requests = request -> {
            requested.add(request);
            return kafka;
        };
        var ledger = new Ledger<>(
                Objects.requireNonNullElse(broken, store),
                new InstanceShape(),
                clock,
                () -> "t" + tickets.incrementAndGet());
        var desk = new ResultDesk(new ResultDesk.Book("instances", ledger, requests, Mono.empty()), sealing, telemetry);
        var routes = new ProductRoutes(new WebhookSecrets(secrets), desk, telemetry, body);
        server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .handle(new ReactorHttpHandlerAdapter(RouterFunctions.toHttpHandler(routes.open())))
                .bindNow();
    }

    void holds(Instance instance) {
        store.insert(instance.id(), instance, new Work("t0", 0, NOW, NOW, NOW)).block();
    }

    Instance instance(String id) {
        return Objects.requireNonNull(store.find(id).block()).state();
    }

    int port() {
        return server.port();
    }

    HttpRequest.Builder request() {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(port(), ProductRoutes.RESULTS)))
                .timeout(Duration.ofSeconds(20));
    }

    /** Signed as agreed; quotes are single. */
    HttpResponse<String> post(String json) {
        return post(SECRET, json);
    }

    HttpResponse<String> post(WebhookSecret secret, String json) {
        var body = json.replace('\'', '"').getBytes(UTF_8);
        var request = request().POST(HttpRequest.BodyPublishers.ofByteArray(body));
        new WebhookSigner(secret).sign("m1", NOW, body).forEach(request::header);
        return send(request.build());
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
