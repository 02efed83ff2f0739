package io.koobridge.simulator.running;

import static io.koobridge.simulator.running.Applicant.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.koobridge.simulator.running.FakeSeller.Received;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Applications for licences (license §3.5). */
class ApplicationsTest {
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
    void anApplicationSaysWhatTheTableSays() {
        String bound = running.ready("{\"kind\":\"LICENSE\",\"deviceBound\":true}");

        JsonNode application = applicant.applied(bound, "{}");

        Received call = applicant.call(application);
        assertThat(call.path()).isEqualTo("/koogallery/license");
        assertThat(call.rightlySigned()).isTrue();
        assertThat(call.body().propertyNames())
                .containsExactlyInAnyOrder(
                        "activity", "instanceId", "eventId", "effectiveTime", "expireTime", "deviceFingerprint");
        assertThat(call.text("instanceId")).isEqualTo("kb" + bound);
        assertThat(call.text("effectiveTime")).matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d z");
        assertThat(call.text("expireTime")).matches("\\d{4}-\\d\\d-\\d\\d 15:59:59 z");
        assertThat(call.text("deviceFingerprint")).matches("0A:1B:2C:3D:4E:5F\\|SSD_[0-9A-F]+\\|\\|CPUID0001");
        assertThat(application.get("state").stringValue()).isEqualTo("APPLIED");
        assertThat(application.get("resultCode").stringValue()).isEqualTo("000004");
    }

    @Test
    void whatIsSaidIsSentAsItIs() {
        String fingerprint = "é|".repeat(2560);

        Received call = applicant.call(applicant.applied(
                orderId,
                "{\"eventId\":\"say-1\",\"effectiveTime\":\"now\",\"expireTime\":\"later\",\"deviceFingerprint\":\""
                        + fingerprint + "\"}"));

        assertThat(call.text("eventId")).isEqualTo("say-1");
        assertThat(call.text("effectiveTime")).isEqualTo("now");
        assertThat(call.text("expireTime")).isEqualTo("later");
        assertThat(call.text("deviceFingerprint")).isEqualTo(fingerprint);
    }

    @Test
    void whatShallBeMissingIsMissing() {
        String bound = running.ready("{\"kind\":\"LICENSE\",\"deviceBound\":true}");

        Received call = applicant.call(
                applicant.applied(bound, "{\"expireTimeSent\":false,\"fingerprintSent\":false,\"timesAs\":\"ISO\"}"));

        assertThat(call.body().propertyNames())
                .containsExactlyInAnyOrder("activity", "instanceId", "eventId", "effectiveTime");
        assertThat(call.text("effectiveTime")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
    }

    @Test
    void aOneTimeLicenseTellsNoEnd() {
        String oneTime = running.ready("{\"kind\":\"LICENSE\",\"chargingMode\":\"ONE_TIME\"}");

        assertThat(applicant.call(applicant.applied(oneTime, "{}")).body().has("expireTime"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "000003, REFUSED",
        "000900, REFUSED",
        "000901, REFUSED",
        "000902, REFUSED",
        "000903, REFUSED",
        "000002, REFUSED",
        "000001, REFUSED",
        "000005, FAILED",
        "000000, APPLIED"
    })
    void theAnswerDecides(String code, String state) {
        applicant.answering(code);

        JsonNode application = applicant.applied(orderId, "{}");

        assertThat(application.get("state").stringValue()).isEqualTo(state);
        assertThat(application.get("resultCode").stringValue()).isEqualTo(code);
    }

    @Test
    void nobodyRepeatsAnApplicationButAPerson() {
        applicant.answering("000005");
        String event = applicant.newEvent(orderId);
        await().during(Duration.ofMillis(300))
                .untilAsserted(() -> assertThat(applicant.calls(event)).hasSize(1));
        applicant.answering("000004");

        JsonNode restarted = running.http
                .post("/simulator/applications/" + event + ":restart", null)
                .json();

        assertThat(restarted.get("attempts").get(0).get("number").intValue()).isEqualTo(2);
        assertThat(applicant.state(event)).isEqualTo("APPLIED");
        assertThat(applicant.calls(event))
                .hasSize(2)
                .extracting(call -> call.body())
                .containsOnly(applicant.calls(event).getFirst().body());
    }

    @Test
    void aFaultedApplicationIsFollowedByTheHonestOne() {
        running.seller.does(new StubGateway());

        JsonNode application =
                applicant.applied(orderId, "{\"faults\":[{\"kind\":\"WRONG_KEY\"},{\"kind\":\"DUPLICATE\"}]}");

        await().untilAsserted(() -> assertThat(
                        applicant.show(event(application)).get("attempts").values())
                .extracting(attempt -> attempt.get("kind").stringValue())
                .containsExactly("FAULTED", "SCHEDULED", "DUPLICATE"));
        assertThat(applicant.state(event(application))).isEqualTo("APPLIED");
        running.http.post(
                "/simulator/applications/" + event(application) + ":again", "{\"fault\":{\"kind\":\"BODY_CHANGED\"}}");
        assertThat(applicant.state(event(application))).isEqualTo("APPLIED");
        assertThat(running.violationsOf(orderId)).isEmpty();
    }

    @Test
    void whoAcceptsAWrongSignatureBreaksAPromise() {
        applicant.applied(orderId, "{\"faults\":[{\"kind\":\"WRONG_KEY\"}]}");

        await().untilAsserted(
                        () -> assertThat(running.violationsOf(orderId)).contains("FAULT_NOT_ANSWERED_AS_EXPECTED"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"eventId\":\"no blanks\"} | eventId must be 1 to 64 letters, digits or -",
                "{\"device\":{},\"deviceFingerprint\":\"x\"} | device makes the fingerprint: leave deviceFingerprint out",
                "{\"faults\":[{\"kind\":\"REORDER\"}]} | REORDER cannot be made on an application for a licence",
                "{\"faults\":[{\"kind\":\"BARE_PLUS\"}]} | BARE_PLUS cannot be made on an application for a licence"
            })
    void aBadWishIsRefused(String wish, String error) {
        Http.Got got = running.http.post("/simulator/purchases/" + orderId + ":apply", wish);

        assertThat(got.status()).isEqualTo(400);
        assertThat(got.json().get("error").stringValue()).isEqualTo(error);
    }

    @Test
    void aFingerprintHasAnEnd() {
        Http.Got got = running.http.post(
                "/simulator/purchases/" + orderId + ":apply", "{\"deviceFingerprint\":\"" + "x".repeat(5121) + "\"}");

        assertThat(got.status()).isEqualTo(400);
    }

    @Test
    void onlyAnAcknowledgedOnlineLicenseCanBeAppliedFor() {
        String code = running.buy("{\"kind\":\"LICENSE_CODE\"}");
        assertThat(running.http
                        .post("/simulator/purchases/" + code + ":apply", "{}")
                        .status())
                .isEqualTo(409);
        assertThat(running.http.post("/simulator/purchases/NONE:apply", "{}").status())
                .isEqualTo(404);
        applicant.applied(orderId, "{\"eventId\":\"twice\"}");
        assertThat(running.http
                        .post("/simulator/purchases/" + orderId + ":apply", "{\"eventId\":\"twice\"}")
                        .status())
                .isEqualTo(409);
    }

    @ParameterizedTest
    @ValueSource(strings = {"state=APPLIED", "limit=1"})
    void applicationsAreListed(String query) {
        String event = applicant.newEvent(orderId);

        JsonNode listed = running.http
                .get("/simulator/applications?orderId=" + orderId + "&" + query)
                .json();

        assertThat(listed.get("applications").values())
                .extracting(each -> each.get("eventId").stringValue())
                .containsExactly(event);
    }
}
