package io.koobridge.stack.demo;

import io.koobridge.stack.process.StackFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The stand-in marketplace's own API, by which a buyer buys. */
final class SimulatorClient {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final URI address;
    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();

    SimulatorClient(URI address) {
        this.address = address;
    }

    JsonNode buy() {
        return post("/simulator/purchases");
    }

    /** Lets the marketplace repeat its call, with another business id, as it does after a time-out. */
    JsonNode duplicate(String orderId) {
        return post("/simulator/purchases/" + orderId + ":duplicate");
    }

    JsonNode purchase(String orderId) {
        return get("/simulator/purchases/" + orderId);
    }

    /** The calls about an order in both directions, the newest first. */
    JsonNode calls(String orderId) {
        return get("/simulator/calls?orderId=" + orderId).path("calls");
    }

    JsonNode violations() {
        return get("/simulator/violations");
    }

    private JsonNode get(String path) {
        return send(HttpRequest.newBuilder(address.resolve(path)).GET());
    }

    private JsonNode post(String path) {
        return send(HttpRequest.newBuilder(address.resolve(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}")));
    }

    private JsonNode send(HttpRequest.Builder builder) {
        HttpRequest request = builder.timeout(PATIENCE).build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new StackFailure("The simulator answered %s %s with %d: %s"
                        .formatted(request.method(), request.uri(), answer.statusCode(), answer.body()));
            }
            return json.readTree(answer.body());
        } catch (IOException e) {
            throw new StackFailure("The simulator did not answer " + request.uri() + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted while the simulator was asked", e);
        }
    }
}
