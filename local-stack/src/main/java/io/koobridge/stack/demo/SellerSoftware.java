package io.koobridge.stack.demo;

import io.koobridge.stack.process.StackFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The seller's own software, which a customer gave an authorization code: it asks license-service alone (docs/license-codes.md). */
final class SellerSoftware implements Witness {

    /** Longer than a question is held for the marketplace's word. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final int OK = 200;

    private final URI address;
    private final String key;
    private final HttpClient http = HttpClient.newHttpClient();

    SellerSoftware(Place place) {
        address = URI.create(place.variable("KOOBRIDGE_LICENSE_URL"));
        key = place.variable("KOOBRIDGE_LICENSE_API_KEY");
    }

    @Override
    public String name() {
        return "the seller's software";
    }

    /** What the customer may do with his code. */
    @Override
    public Optional<InstanceState> of(JsonNode purchase) {
        JsonNode checked = check(purchase.path("code").asString(""));
        String expiry = checked.path("expiresAt").asString("");
        return Optional.of(new InstanceState(
                checked.path("reason").asString(""),
                expiry.isEmpty() ? null : Instant.parse(expiry),
                new InstanceState.Product(
                        checked.path("productId").asString(""),
                        null,
                        checked.path("amount").isNumber()
                                ? Long.valueOf(checked.path("amount").asLong())
                                : null)));
    }

    /** At the first start with a new code. */
    JsonNode activate(String code) {
        return ask("activate", "{\"codes\":[\"%s\"]}".formatted(code))
                .path("codes")
                .path(0);
    }

    /** At every start. */
    JsonNode check(String code) {
        return ask("check", "{\"code\":\"%s\"}".formatted(code));
    }

    JsonNode reportUse(String code, String what) {
        return ask("report-use", "{\"code\":\"%s\",%s}".formatted(code, what));
    }

    private JsonNode ask(String question, String body) {
        var request = HttpRequest.newBuilder(address.resolve("/license-codes/" + question))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != OK) {
                throw new StackFailure("license-service answered %s with %d: %s"
                        .formatted(request.uri(), answer.statusCode(), answer.body()));
            }
            return JsonMapper.shared().readTree(answer.body());
        } catch (IOException e) {
            throw new StackFailure("license-service did not answer %s: %s".formatted(request.uri(), e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted while license-service was asked", e);
        }
    }
}
