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
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What the example product says on the page that the buyer was given: its {@code frontEndUrl}. */
final class ProductPages implements Witness {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int OK = 200;
    private static final int GONE = 410;
    private static final Pattern PRODUCT = Pattern.compile("<h1>([^<]*)</h1>");
    private static final Pattern SEATS = Pattern.compile("<dd>\\d+ used of (\\d+|any number)</dd>");
    private static final Pattern PAID_UNTIL = Pattern.compile("<dt>Paid until</dt><dd>([^<]*)</dd>");
    private static final String FROZEN = "This instance is frozen.";
    private static final String UNKNOWN = "unknown";

    /** What every page of a tenant has, and no page where a buyer waits. */
    private static final String TENANT = "<dt>Paid until</dt>";

    /** As a browser does: a buyer may hold the address of a waiting page, which leads on. */
    private final HttpClient http =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();

    @Override
    public String name() {
        return "the product";
    }

    @Override
    public Optional<InstanceState> of(JsonNode purchase) {
        String url = address(purchase);
        return url.isEmpty() ? Optional.empty() : page(URI.create(url));
    }

    static String address(JsonNode purchase) {
        return purchase.path("appInfo").path("frontEndUrl").asString("");
    }

    /** The buyer puts one more seat to use. */
    void useASeat(JsonNode purchase) {
        try {
            http.send(
                    HttpRequest.newBuilder(URI.create(address(purchase)))
                            .timeout(PATIENCE)
                            .POST(BodyPublishers.ofString("seats=1"))
                            .build(),
                    BodyHandlers.discarding());
        } catch (IOException e) {
            throw new StackFailure("The product's page does not answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted while a seat was taken", e);
        }
    }

    private Optional<InstanceState> page(URI url) {
        try {
            var answer = http.send(HttpRequest.newBuilder(url).timeout(PATIENCE).build(), BodyHandlers.ofString());
            return switch (answer.statusCode()) {
                case OK -> answer.body().contains(TENANT) ? Optional.of(state(answer.body())) : Optional.empty();
                case GONE ->
                    Optional.of(new InstanceState(InstanceState.RELEASED, null, InstanceState.Product.UNKNOWN));
                default -> Optional.empty();
            };
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    static InstanceState state(String page) {
        String expiry = found(PAID_UNTIL, page);
        String seats = found(SEATS, page);
        return new InstanceState(
                page.contains(FROZEN) ? "FROZEN" : "ACTIVE",
                expiry.equals(UNKNOWN) ? null : Instant.parse(expiry),
                new InstanceState.Product(
                        found(PRODUCT, page), null, seats.matches("\\d+") ? Long.valueOf(seats) : null));
    }

    private static String found(Pattern pattern, String page) {
        var matcher = pattern.matcher(page);
        return matcher.find() ? matcher.group(1) : UNKNOWN;
    }
}
