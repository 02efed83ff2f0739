package io.koobridge.simulator.running;

import io.koobridge.simulator.signing.CallbackSignature;
import io.netty.handler.codec.http.HttpMethod;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.resources.LoopResources;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A seller's gateway. Reactor Netty, because the JDK's server respells the names of response headers. */
final class FakeSeller implements AutoCloseable {
    static final String KEY = "fake-seller-key-0001";
    private static final JsonMapper JSON = new JsonMapper();

    // Its own, because those of the process end with the simulator.
    private final LoopResources loops = LoopResources.create("fake-seller", 1, true);
    private final DisposableServer server;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private volatile Function<Received, Said> script = call -> Said.nothing();

    FakeSeller() {
        this.server = HttpServer.create()
                .runOn(loops)
                .host("127.0.0.1")
                .port(0)
                .handle(this::handle)
                .bindNow();
    }

    record Received(
            JsonNode body,
            String rawBody,
            Map<String, String> query,
            String rawQuery,
            @Nullable String contentType,
            String path,
            Map<String, String> headers) {
        String activity() {
            return text("activity");
        }

        String text(String member) {
            return body.path(member).asString("");
        }

        boolean rightlySigned() {
            return rightlySigned(KEY);
        }

        boolean rightlySigned(String key) {
            String timestamp = query.getOrDefault("timestamp", "");
            String nonce = query.getOrDefault("nonce", "");
            byte[] bytes = rawBody.getBytes(StandardCharsets.UTF_8);
            return CallbackSignature.of(key, bytes, timestamp, nonce)
                            .signature()
                            .equals(query.get("signature"))
                    && Math.abs(System.currentTimeMillis() - Long.parseLong(timestamp)) < 60_000;
        }
    }

    /** An answer; without a body: none at all. */
    record Said(
            @Nullable String body,
            String contentType,
            @Nullable String bodySignName,
            String bodySignKey) {
        static Said nothing() {
            return new Said(null, "", null, "");
        }

        static Said json(String body) {
            return new Said(body, "application/json", null, "");
        }

        static Said code(String code) {
            return json("{\"resultCode\":\"" + code + "\",\"resultMsg\":\"told to\"}");
        }

        static Said instance(String code, String instanceId) {
            return json("{\"resultCode\":\"" + code + "\",\"resultMsg\":\"told to\",\"instanceId\":\"" + instanceId
                    + "\"}");
        }

        /** The information of every id that was asked for. */
        static Said info(Received call, String more) {
            String elements = List.of(call.text("instanceId").split(",")).stream()
                    .map(id -> "{\"instanceId\":\"" + id + "\",\"appInfo\":{\"frontEndUrl\":\"https://app.example.com/"
                            + id + "\"}" + more + "}")
                    .reduce((left, right) -> left + "," + right)
                    .orElseThrow();
            return json("{\"resultCode\":\"000000\",\"resultMsg\":\"told to\",\"info\":[" + elements + "]}");
        }

        Said as(String otherContentType) {
            return new Said(body, otherContentType, bodySignName, bodySignKey);
        }

        /** As V1 demands it. */
        Said signedForV1() {
            return signed("Body-Sign", KEY);
        }

        Said signed(String headerName, String key) {
            return new Said(body, contentType, headerName, key);
        }
    }

    /** From now on. */
    void does(Function<Received, Said> what) {
        script = what;
    }

    /** Acknowledges with {@code code} and is ready at the first question. */
    void sellsAtOnce(String code) {
        does(call -> call.activity().equals("newInstance")
                ? Said.instance(code, "kb" + call.text("orderId"))
                : Said.info(call, ""));
    }

    /** All, oldest first. */
    List<Received> all() {
        return List.copyOf(received);
    }

    /** Those about an instance or an order, oldest first. */
    List<Received> calls(String activity) {
        return received.stream()
                .filter(call -> call.activity().equals(activity))
                .toList();
    }

    List<Received> calls(String activity, String orderId) {
        return received.stream()
                .filter(call ->
                        call.activity().equals(activity) && call.text("orderId").equals(orderId))
                .toList();
    }

    String url() {
        return "http://127.0.0.1:" + server.port();
    }

    @Override
    public void close() {
        server.disposeNow();
        loops.dispose();
    }

    private Publisher<Void> handle(HttpServerRequest request, HttpServerResponse response) {
        return request.receive()
                .aggregate()
                .asString(StandardCharsets.UTF_8)
                .defaultIfEmpty("")
                .flatMap(body -> answer(request, response, body));
    }

    private Mono<Void> answer(HttpServerRequest request, HttpServerResponse response, String body) {
        boolean get = request.method().equals(HttpMethod.GET);
        Received call = new Received(
                get ? JSON.valueToTree(Http.decoded(request.uri())) : JSON.readTree(body),
                body,
                Http.query(request.uri()),
                request.uri().substring(request.uri().indexOf('?') + 1),
                request.requestHeaders().get("Content-Type"),
                request.uri().split("\\?", 2)[0],
                headers(request));
        received.add(call);
        Said said = script.apply(call);
        if (said.body() == null) {
            return Mono.never();
        }
        if (said.bodySignName() != null) {
            String sign = Base64.getEncoder().encodeToString(hmac(said.bodySignKey(), said.body()));
            response.header(said.bodySignName(), "sign_type=\"HMAC-SHA256\", signature=\"" + sign + "\"");
        }
        return response.header("Content-Type", said.contentType())
                .sendString(Mono.just(said.body()))
                .then();
    }

    /** Names in lower case. */
    private static Map<String, String> headers(HttpServerRequest request) {
        Map<String, String> headers = new HashMap<>();
        request.requestHeaders()
                .forEach(header -> headers.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue()));
        return headers;
    }

    static byte[] hmac(String key, String data) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(data.getBytes(StandardCharsets.UTF_8));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
