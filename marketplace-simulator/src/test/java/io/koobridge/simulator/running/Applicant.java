package io.koobridge.simulator.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.koobridge.simulator.running.FakeSeller.Received;
import io.koobridge.simulator.running.FakeSeller.Said;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A customer who applies for licences, and the seller who answers and uploads them. */
record Applicant(Running running) {

    /** An order of two licences, whose applications are taken. */
    String buy() {
        answering("000004");
        return running.ready("{\"kind\":\"LICENSE\",\"linearValue\":2}");
    }

    /** What the seller says to applications from now on. */
    void answering(String code) {
        running.seller.does(call -> call.activity().equals("newInstance")
                ? Said.instance("000000", "kb" + call.text("orderId"))
                : Said.code(call.activity().equals("getLicenseAsync") ? code : "000000"));
    }

    /** Applies, waits for the answer, and returns the application. */
    JsonNode applied(String orderId, String wish) {
        Http.Got got = running.http.post("/simulator/purchases/" + orderId + ":apply", wish);
        assertThat(got.status()).as(got.text()).isBetween(200, 202);
        String event = event(got.json());
        await().untilAsserted(() -> assertThat(state(event)).isNotEqualTo("CALLING"));
        return show(event);
    }

    /** Applies without a wish, and returns the application's event id. */
    String newEvent(String orderId) {
        return event(applied(orderId, "{}"));
    }

    JsonNode show(String event) {
        return running.http.get("/simulator/applications/" + event).json();
    }

    String state(String event) {
        return show(event).get("state").stringValue();
    }

    static String event(JsonNode application) {
        return application.get("eventId").stringValue();
    }

    /** The first one that the seller received. */
    Received call(JsonNode application) {
        return calls(event(application)).getFirst();
    }

    List<Received> calls(String event) {
        return running.seller.calls("getLicenseAsync").stream()
                .filter(call -> call.text("eventId").equals(event))
                .toList();
    }

    /** Returns the status and the code of the answer. */
    String upload(String event, byte[] body) {
        Http.Got got = running.postSigned(Uploading.path(event), Uploading.TYPE, body);
        return got.status() + " " + got.json().get("error_code").stringValue();
    }
}
