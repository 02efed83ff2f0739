package io.koobridge.gateway.running;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.koobridge.events.SealedText;
import io.koobridge.events.inquiry.LostCall;
import io.koobridge.events.inquiry.SecretOpening;
import io.koobridge.events.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** The internal port of tenant-sync-service, saying whatever a test wants it to say, and when. */
final class FakeTenantSync implements AutoCloseable {

    static final SealedText SEALED = new SealedText("kbs1.made-up");

    private final HttpServer server;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final List<SecretOpening.Question> questions = new CopyOnWriteArrayList<>();
    private final List<LostCall> lostCalls = new CopyOnWriteArrayList<>();
    private volatile SecretOpening opening = new SecretOpening(SEALED);
    private volatile Duration delay = Duration.ZERO;

    private FakeTenantSync(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/internal/secrets:open", exchange -> {
            questions.add(read(exchange, SecretOpening.Question.class));
            answer(exchange, opening);
        });
        server.createContext("/internal/lost-calls", exchange -> {
            var lost = read(exchange, LostCall.class);
            lostCalls.add(lost);
            answer(exchange, new LostCall.Taken(lost.subject()));
        });
        server.start();
    }

    static FakeTenantSync on(int port) {
        return new FakeTenantSync(port);
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** None of its keys opens what it is asked about. */
    void cannotRead() {
        opening = new SecretOpening(null);
    }

    /** Answers everything this much later. */
    void slow(Duration by) {
        delay = by;
    }

    void reset() {
        delay = Duration.ZERO;
        opening = new SecretOpening(SEALED);
        questions.clear();
        lostCalls.clear();
    }

    List<SecretOpening.Question> questions() {
        return questions;
    }

    List<LostCall> lostCalls() {
        return lostCalls;
    }

    @Override
    public void close() {
        ended.countDown();
        server.stop(0);
    }

    private static <T> T read(HttpExchange exchange, Class<T> type) throws IOException {
        return Json.mapper().readValue(exchange.getRequestBody().readAllBytes(), type);
    }

    private void answer(HttpExchange exchange, Object answer) throws IOException {
        if (isOverBefore(delay)) {
            return;
        }
        boolean admitted = ("Bearer " + RunningGateway.TOKEN)
                .equals(exchange.getRequestHeaders().getFirst("Authorization"));
        var body = admitted ? Json.mapper().writeValueAsBytes(answer) : new byte[0];
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(admitted ? 200 : 401, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private boolean isOverBefore(Duration time) {
        try {
            return time.isPositive() && ended.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
