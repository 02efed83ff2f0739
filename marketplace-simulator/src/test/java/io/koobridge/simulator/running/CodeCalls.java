package io.koobridge.simulator.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;

/** What a seller's software says about authorization codes, rightly signed. */
record CodeCalls(Running running) {
    static final String PREFIX = "/api/mkp-openapi-public/global/";

    /** The code that was bought by this order. */
    String of(String orderId) {
        return running.purchase(orderId).get("code").stringValue();
    }

    /** The same, activated. */
    String active(String orderId) {
        String code = of(orderId);
        assertThat(activated(code)).isEqualTo("92020000");
        return code;
    }

    /** As the simulator shows it to a person. */
    JsonNode shown(String code) {
        return running.http.get("/simulator/codes/" + code).json();
    }

    /** Activates and returns the number that was answered. */
    String activated(String code) {
        return errorOf(post("v1/license/activate", "{\"license\":\"" + code + "\"}"));
    }

    /** Queries and returns the number that was answered. */
    String queried(String code) {
        return errorOf(post("v1/license/heartbeat", "{\"license\":\"" + code + "\"}"));
    }

    /** Queries and returns how it stands. */
    String status(String code) {
        return post("v1/license/heartbeat", "{\"license\":\"" + code + "\"}")
                .get("data")
                .get("status")
                .stringValue();
    }

    JsonNode post(String api, String body) {
        return send(api, body).json();
    }

    Http.Got send(String api, String body) {
        return running.postSigned(PREFIX + api, "application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    static String errorOf(JsonNode answer) {
        return answer.get("error_code").stringValue();
    }

    static String list(String... codes) {
        return "{\"license_list\":[\"" + String.join("\",\"", codes) + "\"]}";
    }

    /** A report about one code. */
    static String usage(String code, String use) {
        return "{\"usage_info\":[" + entry(code, use) + "]}";
    }

    static String entry(String code, String use) {
        return "{\"license\":\"" + code + "\",\"software_usage_Info\":[" + use + "]}";
    }
}
