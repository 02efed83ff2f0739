package io.koobridge.simulator.running;

import static io.koobridge.simulator.running.Applicant.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.koobridge.simulator.running.FakeSeller.Said;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Which uploads are taken, and what they break (license §5.1). */
class UploadsTest {
    private static Running running;
    private static Applicant applicant;
    private String orderId = "";

    @BeforeAll
    static void start() {
        running = Running.sellingLicenses();
        applicant = new Applicant(running);
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @BeforeEach
    void buy() {
        orderId = applicant.buy();
    }

    @Test
    void aTextThatWasUploadedIsDelivered() {
        String event = applicant.newEvent(orderId);

        assertThat(applicant.upload(event, Uploading.characters("LIC-1"))).isEqualTo("200 CBC.0000");

        JsonNode delivered = applicant.show(event).get("delivered");
        assertThat(applicant.state(event)).isEqualTo("DELIVERED");
        assertThat(delivered.get("type").stringValue()).isEqualTo("CHARACTERS");
        assertThat(delivered.get("size").intValue()).isEqualTo(5);
        assertThat(delivered.get("sha256").stringValue())
                .isEqualTo(Running.sha256("LIC-1".getBytes(StandardCharsets.UTF_8)));
        assertThat(running.http
                        .get("/simulator/applications/" + event + "/license")
                        .text())
                .isEqualTo("LIC-1");
        JsonNode recorded = running.http
                .get("/simulator/calls?name=uploadLicense&orderId=" + orderId)
                .json();
        assertThat(recorded.get("calls").get(0).get("verdict").stringValue()).isEqualTo("ANSWERED");
    }

    @Test
    void aFileIsKeptByteByByteAndCounted() {
        String event = applicant.newEvent(orderId);
        byte[] licence = "\r\n--lic-b\r\nü".repeat(1000).getBytes(StandardCharsets.UTF_8);

        assertThat(applicant.upload(event, Uploading.file("demo.lic", licence))).isEqualTo("200 CBC.0000");
        assertThat(applicant.upload(event, Uploading.file("demo.lic", licence))).isEqualTo("200 CBC.0000");

        JsonNode delivered = applicant.show(event).get("delivered");
        assertThat(delivered.get("type").stringValue()).isEqualTo("FILE");
        assertThat(delivered.get("fileName").stringValue()).isEqualTo("demo.lic");
        assertThat(delivered.get("timesReceived").intValue()).isEqualTo(2);
        assertThat(running.http
                        .get("/simulator/applications/" + event + "/license")
                        .text())
                .isEqualTo(new String(licence, StandardCharsets.UTF_8));
        assertThat(running.violationsOf(orderId)).isEmpty();
    }

    @Test
    void otherBytesForTheSameApplicationBreakAPromise() {
        String event = applicant.newEvent(orderId);
        applicant.upload(event, Uploading.characters("FIRST"));

        assertThat(applicant.upload(event, Uploading.characters("SECOND"))).isEqualTo("200 CBC.0000");

        assertThat(running.violationsOf(orderId)).containsExactly("OTHER_LICENSE_FOR_SAME_APPLICATION");
        assertThat(running.http
                        .get("/simulator/applications/" + event + "/license")
                        .text())
                .isEqualTo("FIRST");
        assertThat(applicant.show(event).get("delivered").get("timesReceived").intValue())
                .isEqualTo(1);
    }

    @Test
    void anUploadMayComeBeforeTheAnswer() {
        running.seller.does(call -> {
            applicant.upload(call.text("eventId"), Uploading.characters("EARLY"));
            return Said.code("000005");
        });

        JsonNode application = applicant.applied(orderId, "{}");

        assertThat(application.get("state").stringValue()).isEqualTo("DELIVERED");
        await().untilAsserted(() -> assertThat(
                        applicant.show(event(application)).get("attemptCount").intValue())
                .isEqualTo(1));
        assertThat(applicant.state(event(application))).isEqualTo("DELIVERED");
    }

    @Test
    void aDeniedApplicationGetsNoLicenceUntilItIsMadeAgain() {
        String event = applicant.newEvent(orderId);
        running.http.post("/simulator/applications/" + event + ":deny", null);

        assertThat(applicant.upload(event, Uploading.characters("LATE"))).isEqualTo("200 91381038");
        assertThat(applicant.state(event)).isEqualTo("DENIED");
        running.http.post("/simulator/applications/" + event + ":restart", null);
        assertThat(applicant.upload(event, Uploading.characters("LATE"))).isEqualTo("200 CBC.0000");

        assertThat(running.http
                        .post("/simulator/applications/" + event + ":deny", null)
                        .status())
                .isEqualTo(409);
    }

    @Test
    void anUploadAfterARefusalBreaksAPromise() {
        applicant.answering("000900");
        String event = applicant.newEvent(orderId);

        assertThat(applicant.upload(event, Uploading.characters("LIC"))).isEqualTo("200 91381034");

        assertThat(running.violationsOf(orderId)).containsExactly("UPLOAD_AFTER_REFUSAL");
    }

    @Test
    void anUnknownEventIsNotValid() {
        assertThat(applicant.upload("unknown", Uploading.characters("LIC"))).isEqualTo("200 91381034");
    }

    @Test
    void whatWasReleasedIsNotUsable() {
        String event = applicant.newEvent(orderId);
        running.step(orderId, "release", "{}");

        assertThat(applicant.upload(event, Uploading.characters("LIC"))).isEqualTo("200 91381033");
    }

    @Test
    void moreThanWasBoughtBreaksAPromiseAndIsNotTaken() {
        applicant.applied(orderId, "{}");
        applicant.applied(orderId, "{}");
        assertThat(running.violationsOf(orderId)).isEmpty();
        applicant.answering("000005");
        String unanswered = applicant.newEvent(orderId);

        assertThat(applicant.upload(unanswered, Uploading.characters("LIC"))).isEqualTo("200 91381035");
        applicant.answering("000004");
        applicant.applied(orderId, "{}");

        assertThat(running.violationsOf(orderId)).containsExactly("MORE_LICENSES_THAN_BOUGHT");
    }

    @Test
    void aRenewalBuysAsManyOnceMore() {
        running.step(orderId, "refresh", "{}");
        for (int i = 0; i < 4; i++) {
            applicant.applied(orderId, "{}");
        }

        assertThat(running.violationsOf(orderId)).isEmpty();
    }
}
