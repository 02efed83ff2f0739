package io.koobridge.license.outside.code;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.koobridge.events.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The marketplace's interfaces for codes (license §5.3–5.6), with a memory, and with whatever answer a test wants instead. */
public final class FakeKooGallery implements AutoCloseable {

    private static final String SUCCESS = "\"error_code\":\"92020000\",\"error_msg\":\"success\"";

    private final Map<String, String> codes = new ConcurrentHashMap<>();
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final List<String> used = new CopyOnWriteArrayList<>();
    private final int port;
    private volatile @Nullable HttpServer server;
    private volatile @Nullable Response instead;
    private volatile boolean losesAnswers;
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile boolean holdsAnswers;

    /** What came. */
    public record Call(String path, String authorization, JsonNode body) {}

    /** What goes back. */
    public record Response(int status, String json) {}

    public FakeKooGallery() {
        port = open(0);
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    /** A code that was bought and not activated. */
    public void sells(String code) {
        codes.put(code, "NEW");
    }

    /** What became of it: NEW, HIDDEN while its user has not collected it, or a status. */
    public void becomes(String code, String status) {
        codes.put(code, status);
    }

    public @Nullable String status(String code) {
        return codes.get(code);
    }

    /** This for each call from now on; null ends it. */
    public void answersInstead(@Nullable Response response) {
        instead = response;
    }

    /** Does what it is asked, and hangs up before it says so. */
    public void losesAnswers(boolean loses) {
        losesAnswers = loses;
    }

    /** Does what it is asked, and says nothing as long as it lives. */
    public void holdsAnswers(boolean holds) {
        holdsAnswers = holds;
    }

    /** Whose path ends so. */
    public List<Call> calls(String path) {
        return calls.stream().filter(call -> call.path().endsWith(path)).toList();
    }

    /** Clients and counts that were reported. */
    public List<String> used() {
        return List.copyOf(used);
    }

    /** Nobody listens any more. */
    public void goesAway() {
        var running = server;
        if (running != null) {
            running.stop(0);
            server = null;
        }
    }

    public void comesBack() {
        open(port);
    }

    private int open(int wanted) {
        try {
            var opened = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), 0);
            opened.createContext("/", this::answer);
            opened.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            opened.start();
            server = opened;
            return opened.getAddress().getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = Json.mapper().readTree(exchange.getRequestBody().readAllBytes());
            var path = exchange.getRequestURI().getPath();
            calls.add(new Call(path, String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")), body));
            var told = instead;
            var response = told == null ? new Response(200, done(path, body)) : told;
            if (losesAnswers) {
                return;
            }
            if (holdsAnswers) {
                hold();
                return;
            }
            var bytes = response.json().getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(response.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private void hold() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized String done(String path, JsonNode body) {
        var named = named(body);
        if (path.endsWith("/activate")) {
            return activated(named, path.contains("/v2/"));
        }
        return path.endsWith("/heartbeat") ? looked(named, path.contains("/v2/")) : reported(body);
    }

    private String activated(List<String> named, boolean together) {
        for (var code : named) {
            var refusal =
                    switch (codes.get(code)) {
                        case "NEW" -> null;
                        case "HIDDEN" -> error("92020004", "can not active before user received.");
                        case null -> error("92020005", "license code notexist");
                        default -> error("92020003", "illegal state");
                    };
            if (refusal != null) {
                return together ? error("92020020", "Invalid license code exists.") : refusal;
            }
        }
        named.forEach(code -> codes.put(code, "ALIVE"));
        return together ? "{" + SUCCESS + "}" : """
                {%s,"data":{"license_code_info":"{\\"status\\":\\"ALIVE\\",\\"expire_time\\":\\"20990105075959\\",\
                \\"product_id\\":\\"OFFI1\\",\\"amount\\":5,\\"order_id\\":\\"CS1\\",\\"new\\":{}}"}}""".formatted(SUCCESS);
    }

    private String looked(List<String> named, boolean together) {
        var rows = new ArrayList<String>();
        for (var code : named) {
            var status = codes.get(code);
            if (together && (status == null || status.equals("NEW") || status.equals("HIDDEN"))) {
                return error("92020020", "Invalid license code exists.");
            }
            if (status == null) {
                return error("92020005", "license code notexist");
            }
            if (status.equals("NEW") || status.equals("HIDDEN")) {
                return error("92020011", "license code has been not activated.");
            }
            rows.add("""
                    {"license_code":"%s","status":"%s","activate_time":"20260105080000","expire_time":"20990105075959"}""".formatted(code, status));
        }
        var data = together ? "{\"license_list\":[" + String.join(",", rows) + "]}" : rows.getFirst();
        return "{%s,\"data\":%s}".formatted(SUCCESS, data);
    }

    private String reported(JsonNode body) {
        for (var one : body.path("usage_info")) {
            if (!"ALIVE".equals(codes.get(one.path("license").asString("")))) {
                return error("92020011", "license code has been not activated.");
            }
            one.path("software_usage_Info")
                    .forEach(entry -> used.add(
                            entry.has("id")
                                    ? entry.path("id").asString("")
                                    : entry.path("active_num").toString()));
        }
        return "{" + SUCCESS + "}";
    }

    private static List<String> named(JsonNode body) {
        var named = new ArrayList<String>();
        if (body.has("license")) {
            named.add(body.path("license").asString(""));
        }
        body.path("license_list").forEach(code -> named.add(code.asString("")));
        return named;
    }

    /** An error as the marketplace writes it. */
    public static String error(String code, String message) {
        return "{\"error_code\":\"%s\",\"error_msg\":\"%s\"}".formatted(code, message);
    }

    @Override
    public void close() {
        end.countDown();
        goesAway();
    }
}
