package io.koobridge.system.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The stand-in marketplace's own API. */
final class Marketplace {

    /** What the record of a suite with chaos has to hold: one round. */
    static final int CALLS_KEPT = 10_000;

    private static final int PAGE = 500;

    private final URI address;

    Marketplace(URI address) {
        this.address = address;
    }

    /** How far a bulk run is. */
    record Run(int started, int duplicates, int refused) {}

    /** Each is repeated every second until it is acknowledged. Returns the run's name. */
    String buy(String edition, int count, int duplicatePercent, int perSecond) {
        return json(Http.post(address.resolve("/simulator/purchases:bulk"), """
                        {"count":%d,"duplicatePercent":%d,"ratePerSecond":%d,"retryMillis":1000,\
                        "purchase":{"edition":"%s"}}\
                        """.formatted(
                                count, duplicatePercent, perSecond, edition)))
                .path("bulk")
                .asString();
    }

    Run run(String name) {
        var run = json(Http.get(address.resolve("/simulator/purchases:summary?bulk=" + name)))
                .path("run");
        return new Run(
                run.path("started").asInt(),
                run.path("duplicates").asInt(),
                run.path("refused").asInt());
    }

    /** Of all runs: {@code total}, {@code byStatus}, {@code attempts}, {@code polls}, {@code violations}. */
    JsonNode summary() {
        return json(Http.get(address.resolve("/simulator/purchases:summary")));
    }

    int inStatus(String status) {
        return summary().path("byStatus").path(status).asInt();
    }

    /** The first so many purchases, newest first. */
    List<JsonNode> purchases(int count) {
        return IntStream.range(0, (count + PAGE - 1) / PAGE)
                .mapToObj(page ->
                        json(Http.get(address.resolve("/simulator/purchases?page=%d&size=%d".formatted(page, PAGE)))))
                .flatMap(page -> page.path("purchases").valueStream())
                .toList();
    }

    /** The order's id. */
    String buyOne(String wish) {
        return post("/simulator/purchases", wish).path("orderId").asString();
    }

    JsonNode purchase(String orderId) {
        return get("/simulator/purchases/" + orderId);
    }

    /** A step, and its end when that comes within so many seconds. */
    JsonNode step(String orderId, String step, int waitSeconds) {
        return post("/simulator/purchases/%s:%s?wait=%d".formatted(orderId, step, waitSeconds), "{}");
    }

    JsonNode get(String path) {
        return json(Http.get(address.resolve(path)));
    }

    JsonNode post(String path, String body) {
        return json(Http.post(address.resolve(path), body));
    }

    JsonNode put(String path, String body) {
        return json(Http.put(address.resolve(path), body));
    }

    void delete(String path) {
        Http.delete(address.resolve(path));
    }

    JsonNode violations() {
        return json(Http.get(address.resolve("/simulator/violations")));
    }

    /** The calls of the record from then on. */
    List<JsonNode> callsSince(Instant begin) {
        var kept = get("/simulator/calls?limit=" + CALLS_KEPT).path("calls");
        var calls = kept.valueStream()
                .filter(call -> !Instant.parse(call.path("at").asString()).isBefore(begin))
                .toList();
        assertThat(calls).as("calls: more than these are forgotten").hasSizeLessThan(CALLS_KEPT);
        return calls;
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
