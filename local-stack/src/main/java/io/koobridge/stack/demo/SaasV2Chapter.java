package io.koobridge.stack.demo;

import io.koobridge.stack.process.StackFailure;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A SaaS product by the access guide V2: bought once, called for twice, asked for until it is ready. */
final class SaasV2Chapter implements Chapter {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneId.systemDefault());

    private final JsonMapper json = new JsonMapper();

    @Override
    public String name() {
        return "saas-v2";
    }

    @Override
    public String title() {
        return "SaaS V2: a buyer buys, the marketplace calls and polls until the instance is ready";
    }

    @Override
    public Story play(SimulatorClient simulator) {
        String orderId = simulator.buy().path("orderId").asString("");
        JsonNode purchase = awaitEnd(simulator, orderId);
        JsonNode repeated = simulator.duplicate(orderId);
        List<JsonNode> calls = oldestFirst(simulator.calls(orderId));
        return new Story(
                new Table(
                        List.of("time", "call", "answer", "ms", "Body-Sign", "state"),
                        calls.stream().map(this::row).toList()),
                checks(purchase, repeated, calls, simulator.violations()));
    }

    private static JsonNode awaitEnd(SimulatorClient simulator, String orderId) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        JsonNode purchase = simulator.purchase(orderId);
        while (!isOver(purchase) && System.nanoTime() < deadline) {
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StackFailure("Interrupted while the purchase " + orderId + " was under way", e);
            }
            purchase = simulator.purchase(orderId);
        }
        return purchase;
    }

    private static boolean isOver(JsonNode purchase) {
        String status = status(purchase);
        return status.equals("READY") || status.equals("FAILED_REFUNDED");
    }

    private static String status(JsonNode purchase) {
        return purchase.path("status").asString("");
    }

    private static List<JsonNode> oldestFirst(JsonNode calls) {
        return new ArrayList<>(StreamSupport.stream(calls.spliterator(), false).toList()).reversed();
    }

    private List<String> row(JsonNode call) {
        return List.of(
                TIME.format(Instant.parse(call.path("at").asString(""))),
                (toSeller(call) ? "-> " : "<- ") + call.path("name").asString(""),
                answer(call),
                call.path("millis").asString(""),
                call.path("bodySign").asString(""),
                call.path("verdict").asString(""));
    }

    private static boolean toSeller(JsonNode call) {
        return call.path("direction").asString("").equals("TO_SELLER");
    }

    private String answer(JsonNode call) {
        JsonNode body = body(call);
        String code = body.path("resultCode").asString("no answer");
        String id = body.path("instanceId").asString("");
        String page =
                body.path("info").path(0).path("appInfo").path("frontEndUrl").asString("");
        return String.join(" ", code, id, page).strip().replaceAll(" +", " ");
    }

    private JsonNode body(JsonNode call) {
        String text = call.path("responseBody").asString("");
        try {
            return json.readTree(text.isEmpty() ? "{}" : text);
        } catch (tools.jackson.core.JacksonException e) {
            return json.createObjectNode();
        }
    }

    private List<Check> checks(JsonNode purchase, JsonNode repeated, List<JsonNode> calls, JsonNode violations) {
        String instanceId = purchase.path("instanceId").asString("");
        JsonNode attempts = repeated.path("attempts");
        return List.of(
                new Check(
                        "the instance is ready and opens at "
                                + purchase.path("appInfo").path("frontEndUrl").asString("(nowhere)"),
                        status(purchase).equals("READY")
                                && purchase.path("appInfo").path("frontEndUrl").isString()),
                new Check(
                        "the repeated call, with another businessId, names the same instance " + instanceId,
                        !instanceId.isEmpty()
                                && attempts.size() == 1
                                && calls.stream()
                                        .filter(call ->
                                                call.path("name").asString("").equals("newInstance"))
                                        .allMatch(call -> body(call)
                                                .path("instanceId")
                                                .asString("")
                                                .equals(instanceId))),
                new Check(
                        "every answer carries the right Body-Sign",
                        calls.stream().anyMatch(SaasV2Chapter::toSeller)
                                && calls.stream()
                                        .filter(SaasV2Chapter::toSeller)
                                        .allMatch(call -> call.path("bodySign")
                                                .asString("")
                                                .equals("RIGHT"))),
                new Check(
                        "the marketplace counted no violation of the protocol",
                        violations.path("total").asInt(-1) == 0));
    }
}
