package io.koobridge.simulator.running;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.koobridge.simulator.Main;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** A started simulator and the seller it talks to. */
final class Running implements AutoCloseable {
    private static final String AK = "FAKEACCESSKEY0001";
    private static final String SK = "fake-secret-key-0001";

    final FakeSeller seller = new FakeSeller();
    final Http http;
    private final ConfigurableApplicationContext context;

    Running(String... more) {
        this.context = Main.start(arguments(more));
        this.http = new Http("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port"));
    }

    /** What a test gives overrides what all have in common. */
    private String[] arguments(String... more) {
        Map<String, String> arguments = new LinkedHashMap<>();
        Stream.concat(
                        Stream.of(
                                "--server.port=0",
                                "--koobridge.simulator.gateway-url=" + seller.url(),
                                "--koobridge.simulator.key-base=" + FakeSeller.KEY,
                                "--koobridge.simulator.open-api-ak=" + AK,
                                "--koobridge.simulator.open-api-sk=" + SK,
                                "--koobridge.simulator.poll-interval=50ms"),
                        Stream.of(more))
                .forEach(argument -> arguments.put(argument.split("=", 2)[0], argument));
        return arguments.values().toArray(String[]::new);
    }

    /** One that sells License products too, all by the same key. */
    static Running sellingLicenses(String... more) {
        return new Running(Stream.concat(
                        Stream.of(
                                "--koobridge.simulator.license.path=/koogallery/license",
                                "--koobridge.simulator.license.key-base=" + FakeSeller.KEY,
                                "--koobridge.simulator.license-code.path=/koogallery/license-code",
                                "--koobridge.simulator.license-code.key=" + FakeSeller.KEY),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    /** Buys and returns the order id. */
    String buy(@Nullable String wish) {
        Http.Got got = http.post("/simulator/purchases", wish);
        assertThat(got.status()).as(got.text()).isEqualTo(201);
        return got.json().get("orderId").stringValue();
    }

    JsonNode purchase(String orderId) {
        return http.get("/simulator/purchases/" + orderId).json();
    }

    /** Takes a step, waits for its end, and returns it. */
    JsonNode step(String orderId, String step, String body) {
        Http.Got got = http.post("/simulator/purchases/" + orderId + ":" + step + "?wait=30", body);
        assertThat(got.status()).as(got.text()).isEqualTo(200);
        return got.json();
    }

    /** Buys and waits until it is ready. */
    String ready(String wish) {
        String orderId = buy(wish);
        awaitStatus(orderId, "READY");
        return orderId;
    }

    JsonNode belief(String orderId) {
        return purchase(orderId).get("belief");
    }

    JsonNode awaitStatus(String orderId, String status) {
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> assertThat(purchase(orderId).get("status").stringValue())
                        .isEqualTo(status));
        return purchase(orderId);
    }

    /** Waits until so many attempts were answered. */
    List<JsonNode> awaitAttempts(String orderId, int count) {
        await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> assertThat(
                        purchase(orderId).get("attemptCount").intValue())
                .isGreaterThanOrEqualTo(count));
        return purchase(orderId).get("attempts").values().stream().toList();
    }

    /** A rightly signed order query; names and values must need no encoding. */
    Http.Got queryOrder(String... parameters) {
        return queryOrderAt(Instant.now(), parameters);
    }

    Http.Got queryOrderAt(Instant when, String... parameters) {
        String path = "/api/mkp-openapi-public/global/v1/order/query";
        String date = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'")
                .withZone(ZoneOffset.UTC)
                .format(when);
        String canonical = String.join(
                "\n",
                "GET",
                path + "/",
                Stream.of(parameters).sorted().collect(joining("&")),
                "host:" + http.base().substring("http://".length()),
                "x-sdk-date:" + date,
                "",
                "host;x-sdk-date",
                sha256(""));
        String signature =
                HexFormat.of().formatHex(FakeSeller.hmac(SK, "SDK-HMAC-SHA256\n" + date + "\n" + sha256(canonical)));
        return http.get(
                path + "?" + String.join("&", parameters),
                "X-Sdk-Date",
                date,
                "Authorization",
                "SDK-HMAC-SHA256 Access=" + AK + ", SignedHeaders=host;x-sdk-date, Signature=" + signature);
    }

    /** A rightly signed request to an open API. */
    Http.Got postSigned(String path, String contentType, byte[] body) {
        return sendSigned("POST", path, contentType, body);
    }

    Http.Got sendSigned(String method, String path, String contentType, byte[] body) {
        String date = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'")
                .withZone(ZoneOffset.UTC)
                .format(Instant.now());
        String canonical = String.join(
                "\n",
                method,
                path + "/",
                "",
                "content-type:" + contentType,
                "host:" + http.base().substring("http://".length()),
                "x-sdk-date:" + date,
                "",
                "content-type;host;x-sdk-date",
                sha256(body));
        String signature =
                HexFormat.of().formatHex(FakeSeller.hmac(SK, "SDK-HMAC-SHA256\n" + date + "\n" + sha256(canonical)));
        return http.sendBytes(
                method,
                path,
                body,
                "Content-Type",
                contentType,
                "X-Sdk-Date",
                date,
                "Authorization",
                "SDK-HMAC-SHA256 Access=" + AK + ", SignedHeaders=content-type;host;x-sdk-date, Signature="
                        + signature);
    }

    /** A fault of an open API, from now on. */
    void arm(String fault) {
        assertThat(http.put("/simulator/open-api/faults", fault).status()).isEqualTo(200);
    }

    /** What was broken, of this order. */
    List<String> violationsOf(String orderId) {
        return http.get("/simulator/violations").json().get("violations").values().stream()
                .filter(violation -> violation.get("orderId").stringValue().equals(orderId))
                .map(violation -> violation.get("kind").stringValue())
                .toList();
    }

    private static String sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    static String sha256(byte[] data) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(data));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        context.close();
        seller.close();
    }
}
