package io.koobridge.stack.demo;

import io.koobridge.stack.process.StackFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The stand-in marketplace's own API (docs/simulator.md). */
final class SimulatorClient {

    /** Longer than any time that the simulator is asked to wait. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final URI address;
    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();

    SimulatorClient(URI address) {
        this.address = address;
    }

    /** The order's id. */
    String buy(String body) {
        return post("/simulator/purchases", body).path("orderId").asString("");
    }

    JsonNode purchase(String orderId) {
        return get("/simulator/purchases/" + orderId);
    }

    /** A step of its life, and its end when that comes in time. */
    JsonNode step(String orderId, String step, String body) {
        return post("/simulator/purchases/%s:%s?wait=30".formatted(orderId, step), body);
    }

    /** A step, without waiting for anything. */
    JsonNode begin(String orderId, String step) {
        return post("/simulator/purchases/%s:%s?wait=0".formatted(orderId, step), "{}");
    }

    /** The newest first. */
    List<JsonNode> calls(String query) {
        return get("/simulator/calls?limit=1000&" + query)
                .path("calls")
                .valueStream()
                .toList();
    }

    JsonNode violations() {
        return get("/simulator/violations");
    }

    int violationCount() {
        return violations().path("total").asInt();
    }

    JsonNode get(String path) {
        return send(HttpRequest.newBuilder(address.resolve(path)).GET());
    }

    /** As it is. */
    String text(String path) {
        return answer(HttpRequest.newBuilder(address.resolve(path)).GET());
    }

    JsonNode post(String path, String body) {
        return send(json(path).POST(BodyPublishers.ofString(body)));
    }

    JsonNode put(String path, String body) {
        return send(json(path).PUT(BodyPublishers.ofString(body)));
    }

    JsonNode delete(String path) {
        return send(HttpRequest.newBuilder(address.resolve(path)).DELETE());
    }

    private HttpRequest.Builder json(String path) {
        return HttpRequest.newBuilder(address.resolve(path)).header("Content-Type", "application/json");
    }

    private JsonNode send(HttpRequest.Builder builder) {
        return json.readTree(answer(builder));
    }

    private String answer(HttpRequest.Builder builder) {
        HttpRequest request = builder.timeout(PATIENCE).build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new StackFailure("The simulator answered %s %s with %d: %s"
                        .formatted(request.method(), request.uri(), answer.statusCode(), answer.body()));
            }
            return answer.body();
        } catch (IOException e) {
            throw new StackFailure("The simulator did not answer " + request.uri() + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted while the simulator was asked", e);
        }
    }
}
