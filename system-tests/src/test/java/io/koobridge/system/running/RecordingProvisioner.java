package io.koobridge.system.running;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.koobridge.crypto.webhook.WebhookSecret;
import io.koobridge.crypto.webhook.WebhookVerification;
import io.koobridge.crypto.webhook.WebhookVerifier;
import io.koobridge.system.running.RecordedCall.Moment;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A seller's product in a process of its own: {@code RecordingProvisioner <port> <log>}, its secret in {@value #SECRET}. It
 * survives every kill and writes down each call and each answer. Some instances are troublesome at their first call, some
 * always slow: which, their ids decide. It ends with the process that started it.
 */
public final class RecordingProvisioner {

    static final String SECRET = "RECORDER_SECRET";
    static final String READY = "READY";

    private static final String WORKING = "WORKING";
    private static final String UNAVAILABLE = "UNAVAILABLE";
    private static final int KINDS_OF_INSTANCES = 25;
    private static final Duration USUALLY = Duration.ofMillis(20);
    private static final Duration SLOWLY = Duration.ofMillis(1_500);

    /** What a product may be like for a while. */
    enum Mood {
        USUAL,
        SLOW,
        WORKING,
        UNAVAILABLE
    }

    private final WebhookVerifier verifier;
    private final BufferedWriter log;
    private final AtomicLong calls = new AtomicLong();
    private final AtomicLong resources = new AtomicLong();
    private final Map<String, Long> resourceOf = new ConcurrentHashMap<>();
    private volatile Mood mood = Mood.USUAL;

    private RecordingProvisioner(WebhookVerifier verifier, BufferedWriter log) {
        this.verifier = verifier;
        this.log = log;
    }

    public static void main(String[] arguments) throws IOException {
        var secret = WebhookSecret.parse(System.getenv(SECRET));
        var provisioner =
                new RecordingProvisioner(new WebhookVerifier(secret), Files.newBufferedWriter(Path.of(arguments[1])));
        var server = HttpServer.create(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0])), 512);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/apply", provisioner::apply);
        server.createContext("/mood", provisioner::changeMood);
        server.start();
        while (System.in.read() >= 0) {
            // Nothing is ever written: this waits for the end of the process that holds the other end.
        }
        System.exit(0);
    }

    private void apply(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            var headers = exchange.getRequestHeaders();
            long number = calls.incrementAndGet();
            if (verifier.verify(headers::getFirst, body, Instant.now()) instanceof WebhookVerification.Verified) {
                answer(exchange, number, JsonMapper.shared().readTree(body));
            } else {
                write(new RecordedCall(number, Moment.REFUSED, "", 0, "", "", "", ""));
                exchange.sendResponseHeaders(401, -1);
            }
        }
    }

    private void answer(HttpExchange exchange, long number, JsonNode wish) throws IOException {
        if (!wish.path("change").asString().equals("CHECK")) {
            apply(exchange, number, wish);
        } else if (mood == Mood.UNAVAILABLE) {
            exchange.sendResponseHeaders(503, -1);
        } else {
            send(exchange, "{\"status\":\"POSSIBLE\"}");
        }
    }

    private void apply(HttpExchange exchange, long number, JsonNode wish) throws IOException {
        String instanceId = wish.path("instanceId").asString();
        boolean first = !resourceOf.containsKey(instanceId);
        long resource = resourceOf.computeIfAbsent(instanceId, _ -> resources.incrementAndGet());
        int kind = Math.floorMod(instanceId.hashCode(), KINDS_OF_INSTANCES);
        write(call(number, Moment.ARRIVED, wish, ""));
        Mood now = mood;
        take(kind == 0 || now == Mood.SLOW ? SLOWLY : USUALLY);
        String answer = answer(now, first, kind);
        write(call(number, Moment.ANSWERED, wish, answer));
        switch (answer) {
            case UNAVAILABLE -> exchange.sendResponseHeaders(503, -1);
            case WORKING -> send(exchange, "{\"status\":\"WORKING\",\"retryAfterSeconds\":1}");
            default -> send(exchange, """
                    {"status":"READY","appInfo":{"frontEndUrl":"%s"}}\
                    """.formatted(addressOf(resource)));
        }
    }

    private static String answer(Mood mood, boolean first, int kind) {
        return switch (mood) {
            case UNAVAILABLE -> UNAVAILABLE;
            case WORKING -> WORKING;
            case SLOW, USUAL -> first && kind == 1 ? WORKING : first && kind == 2 ? UNAVAILABLE : READY;
        };
    }

    /** The request's body is one of {@link Mood}. */
    private void changeMood(HttpExchange exchange) throws IOException {
        try (exchange) {
            mood = Mood.valueOf(
                    new String(exchange.getRequestBody().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(204, -1);
        }
    }

    static String addressOf(long resource) {
        return "https://product.example.com/" + resource;
    }

    private static RecordedCall call(long number, Moment moment, JsonNode wish, String answer) {
        return new RecordedCall(
                number,
                moment,
                wish.path("instanceId").asString(),
                wish.path("generation").asLong(),
                wish.path("order").path("orderId").asString(),
                wish.path("wanted").asString(),
                Terms.ofWish(wish).text(),
                answer);
    }

    /** The time that a product's work takes. */
    private static void take(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void write(RecordedCall call) throws IOException {
        log.write(JsonMapper.shared().writeValueAsString(call));
        log.newLine();
        log.flush();
    }

    private static void send(HttpExchange exchange, String json) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        byte[] body = json.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }
}
