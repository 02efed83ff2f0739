package io.koobridge.gateway.running;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.koobridge.events.Event;
import io.koobridge.events.inquiry.Admission;
import io.koobridge.events.inquiry.LicenseReservation;
import io.koobridge.events.inquiry.LostCall;
import io.koobridge.events.inquiry.PurchasedLicense;
import io.koobridge.events.license.CodeFact;
import io.koobridge.events.wire.Decoded;
import io.koobridge.events.wire.EventCodec;
import io.koobridge.events.wire.EventFamily;
import io.koobridge.events.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** The internal port of license-service, saying whatever a test wants it to say, and when. */
final class FakeLicenseService implements AutoCloseable {

    private static final EventCodec<CodeFact> FACTS = new EventCodec<>(EventFamily.LICENSE_CODE_FACTS);
    private static final LicenseReservation RESERVED = LicenseReservation.of(LicenseReservation.Verdict.RESERVED);
    private static final Admission APPLIED = new Admission("applied", null, null);
    private static final Duration FOR_EVER = Duration.ofDays(1);

    private final HttpServer server;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final List<LicenseReservation.Question> reservations = new CopyOnWriteArrayList<>();
    private final List<PurchasedLicense.Wait> awaits = new CopyOnWriteArrayList<>();
    private final List<Event<CodeFact>> admissions = new CopyOnWriteArrayList<>();
    private final List<LostCall> lostCalls = new CopyOnWriteArrayList<>();
    private volatile LicenseReservation reservation = RESERVED;
    private volatile Function<PurchasedLicense.Wait, PurchasedLicense> await = _ -> new PurchasedLicense(null, false);
    private volatile Admission admission = APPLIED;
    private volatile Duration delay = Duration.ZERO;
    private volatile boolean failing;

    private FakeLicenseService(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/internal/licenses:reserve", exchange -> {
            var questions = read(exchange, LicenseReservation.Questions.class).questions();
            questions.stream()
                    .filter(question -> !question.equals(LicenseReservation.Question.WARM_UP))
                    .forEach(reservations::add);
            answer(exchange, new LicenseReservation.Reservations(Collections.nCopies(questions.size(), reservation)));
        });
        server.createContext("/internal/licenses:await", exchange -> {
            var question = read(exchange, PurchasedLicense.Wait.class);
            awaits.add(question);
            answer(exchange, await.apply(question));
        });
        server.createContext("/internal/admissions", exchange -> {
            admissions.add(fact(exchange));
            answer(exchange, admission);
        });
        server.createContext("/internal/lost-calls", exchange -> {
            var lost = read(exchange, LostCall.class);
            lostCalls.add(lost);
            answer(exchange, new LostCall.Taken(lost.subject()));
        });
        server.start();
    }

    static FakeLicenseService on(int port) {
        return new FakeLicenseService(port);
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void reserves(LicenseReservation answer) {
        reservation = answer;
    }

    void awaits(Function<PurchasedLicense.Wait, PurchasedLicense> answer) {
        await = answer;
    }

    void admits(Admission answer) {
        admission = answer;
    }

    /** Answers everything this much later. */
    void slow(Duration by) {
        delay = by;
    }

    /** Takes every question and never answers. */
    void hang() {
        delay = FOR_EVER;
    }

    /** Answers every question with an error of its own. */
    void failing() {
        failing = true;
    }

    void reset() {
        delay = Duration.ZERO;
        failing = false;
        reservation = RESERVED;
        await = _ -> new PurchasedLicense(null, false);
        admission = APPLIED;
        reservations.clear();
        lostCalls.clear();
        awaits.clear();
        admissions.clear();
    }

    List<LicenseReservation.Question> reservations() {
        return reservations;
    }

    List<PurchasedLicense.Wait> awaits() {
        return awaits;
    }

    List<Event<CodeFact>> admissions() {
        return admissions;
    }

    /** What it was told, whether it could take it or not. */
    List<LostCall> lostCalls() {
        return lostCalls;
    }

    /** How often anything was asked. */
    int asked() {
        return reservations.size() + awaits.size() + admissions.size();
    }

    @Override
    public void close() {
        ended.countDown();
        server.stop(0);
    }

    private static Event<CodeFact> fact(HttpExchange exchange) throws IOException {
        return switch (FACTS.decodeStructured(exchange.getRequestBody().readAllBytes())) {
            case Decoded.Intact<CodeFact>(var fact) -> fact;
            case Decoded.Unreadable<CodeFact>(var why) -> throw new IOException(why);
        };
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
        exchange.sendResponseHeaders(failing ? 500 : admitted ? 200 : 401, body.length == 0 ? -1 : body.length);
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
