package io.koobridge.provisioning.running;

import io.koobridge.events.wire.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Rows of a seller's file, as the command line sends them. */
final class Rows {

    private Rows() {}

    static Map<String, String> row(String instanceId, String orderId) {
        return new LinkedHashMap<>(Map.of(
                "instanceId", instanceId,
                "orderId", orderId,
                "productId", "OFFI1",
                "skuCode", "s",
                "quantity", "5",
                "expireTime", "2027-03-01T15:59:59Z",
                "frontEndUrl", "https://old.example.com/" + instanceId,
                "userName", "admin",
                "password", "secret-of-" + instanceId,
                "mobile", "13800000000"));
    }

    static Map<String, String> with(Map<String, String> row, String member, String value) {
        var changed = new LinkedHashMap<>(row);
        changed.put(member, value);
        return changed;
    }

    static List<JsonNode> imported(RunningProvisioning service, boolean dryRun, List<Map<String, String>> rows) {
        var answer = service.post(
                "/internal/instances:import", Json.mapper().writeValueAsString(Map.of("dryRun", dryRun, "rows", rows)));
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return Json.mapper()
                .readTree(answer.body())
                .path("results")
                .valueStream()
                .toList();
    }

    static List<String> results(List<JsonNode> answers) {
        return answers.stream().map(answer -> answer.path("result").asString()).toList();
    }
}
