package io.koobridge.gateway.running;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.koobridge.events.Event;
import io.koobridge.events.inquiry.Admission;
import io.koobridge.events.inquiry.ChangeCheck;
import io.koobridge.events.inquiry.InstanceResolution;
import io.koobridge.events.inquiry.InstanceViews;
import io.koobridge.events.inquiry.LostCall;
import io.koobridge.events.inquiry.OrderedInstance;
import io.koobridge.events.instance.InstanceFact;
import io.koobridge.events.wire.Decoded;
import io.koobridge.events.wire.EventCodec;
import io.koobridge.events.wire.EventFamily;
import io.koobridge.events.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Stream;

/** Provisioning's internal port, saying whatever a test wants it to say. */
final class FakeProvisioning implements AutoCloseable {

    private static final ChangeCheck POSSIBLE = ChangeCheck.possible();
    private static final EventCodec<InstanceFact> FACTS = new EventCodec<>(EventFamily.INSTANCE_FACTS);

    private final HttpServer server;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final List<InstanceResolution.Question> resolutions = new CopyOnWriteArrayList<>();
    private final List<InstanceViews.Question> queries = new CopyOnWriteArrayList<>();
    private final List<InstanceResolution.Question> glances = new CopyOnWriteArrayList<>();
    private final List<OrderedInstance.Wait> awaits = new CopyOnWriteArrayList<>();
    private final List<Event<InstanceFact>> admissions = new CopyOnWriteArrayList<>();
    private final List<ChangeCheck.Question> checks = new CopyOnWriteArrayList<>();
    private final List<LostCall> lostCalls = new CopyOnWriteArrayList<>();
    private volatile Function<InstanceResolution.Question, InstanceResolution> resolve =
            _ -> InstanceResolution.UNKNOWN;
    private volatile Function<InstanceResolution.Question, OrderedInstance> glance = _ -> new OrderedInstance(null);
    private volatile Function<OrderedInstance.Wait, OrderedInstance> await = _ -> new OrderedInstance(null);
    private volatile Function<InstanceViews.Question, InstanceViews> query = _ -> new InstanceViews(List.of());
    private volatile Function<Event<InstanceFact>, Admission> admit = _ -> new Admission("applied", null, null);
    private volatile Function<ChangeCheck.Question, ChangeCheck> check = _ -> POSSIBLE;
    private volatile boolean hanging;
    private volatile boolean failing;

    private FakeProvisioning(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/internal/instances:resolve", exchange -> {
            var questions = read(exchange, InstanceResolution.Questions.class).questions();
            resolutions.addAll(questions);
            answer(
                    exchange,
                    new InstanceResolution.Resolutions(
                            questions.stream().map(resolve).toList()));
        });
        server.createContext("/internal/instances:glance", exchange -> {
            var questions = read(exchange, InstanceResolution.Questions.class).questions();
            glances.addAll(questions);
            answer(
                    exchange,
                    new OrderedInstance.Glances(questions.stream().map(glance).toList()));
        });
        server.createContext("/internal/instances:await", exchange -> {
            var question = read(exchange, OrderedInstance.Wait.class);
            awaits.add(question);
            answer(exchange, await.apply(question));
        });
        server.createContext("/internal/instances:query", exchange -> {
            var question = read(exchange, InstanceViews.Question.class);
            queries.add(question);
            answer(exchange, query.apply(question));
        });
        server.createContext("/internal/admissions", exchange -> {
            var fact = fact(exchange);
            admissions.add(fact);
            answer(exchange, admit.apply(fact));
        });
        server.createContext("/internal/instances:check", exchange -> {
            var question = read(exchange, ChangeCheck.Question.class);
            checks.add(question);
            answer(exchange, check.apply(question));
        });
        server.createContext("/internal/lost-calls", exchange -> {
            var lost = read(exchange, LostCall.class);
            lostCalls.add(lost);
            answer(exchange, new LostCall.Taken(lost.subject()));
        });
        server.start();
    }

    static FakeProvisioning on(int port) {
        return new FakeProvisioning(port);
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void resolves(Function<InstanceResolution.Question, InstanceResolution> answer) {
        resolve = answer;
    }

    void glances(Function<InstanceResolution.Question, OrderedInstance> answer) {
        glance = answer;
    }

    void awaits(Function<OrderedInstance.Wait, OrderedInstance> answer) {
        await = answer;
    }

    void admits(Admission admission) {
        admit = _ -> admission;
    }

    void checks(ChangeCheck verdict) {
        check = _ -> verdict;
    }

    void knows(InstanceViews.View... views) {
        query = question -> new InstanceViews(List.of(views).stream()
                .filter(view -> question.instanceIds().contains(view.instanceId()))
                .toList());
    }

    /** Takes every question and never answers. */
    void hang() {
        hanging = true;
    }

    /** Answers every question with an error of its own. */
    void failing() {
        failing = true;
    }

    /** Answers as if nobody had ever bought anything. */
    void reset() {
        hanging = false;
        failing = false;
        resolve = _ -> InstanceResolution.UNKNOWN;
        glance = _ -> new OrderedInstance(null);
        await = _ -> new OrderedInstance(null);
        query = _ -> new InstanceViews(List.of());
        admit = _ -> new Admission("applied", null, null);
        check = _ -> POSSIBLE;
        resolutions.clear();
        admissions.clear();
        checks.clear();
        lostCalls.clear();
        queries.clear();
        glances.clear();
        awaits.clear();
    }

    List<InstanceResolution.Question> resolutions() {
        return resolutions;
    }

    List<InstanceViews.Question> queries() {
        return queries;
    }

    List<InstanceResolution.Question> glances() {
        return glances;
    }

    List<OrderedInstance.Wait> awaits() {
        return awaits;
    }

    List<Event<InstanceFact>> admissions() {
        return admissions;
    }

    List<ChangeCheck.Question> checks() {
        return checks;
    }

    /** What it was told, whether it could take it or not. */
    List<LostCall> lostCalls() {
        return lostCalls;
    }

    /** How often anything was asked. */
    int asked() {
        return Stream.of(resolutions, queries, glances, awaits, admissions, checks)
                .mapToInt(List::size)
                .sum();
    }

    @Override
    public void close() {
        ended.countDown();
        server.stop(0);
    }

    private static Event<InstanceFact> fact(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readAllBytes();
        return switch (FACTS.decodeStructured(body)) {
            case Decoded.Intact<InstanceFact>(var fact) -> fact;
            case Decoded.Unreadable<InstanceFact>(var why) -> throw new IOException(why);
        };
    }

    private static <T> T read(HttpExchange exchange, Class<T> type) throws IOException {
        return Json.mapper().readValue(exchange.getRequestBody().readAllBytes(), type);
    }

    private void answer(HttpExchange exchange, Object answer) throws IOException {
        if (hanging) {
            awaitEnd();
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

    private void awaitEnd() {
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
