package io.koobridge.simulator.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.koobridge.simulator.running.FakeSeller.Received;
import io.koobridge.simulator.running.FakeSeller.Said;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Applications for licences, and the uploads that answer them (license §3.5, §5.1). */
class ApplicationsTest {
    private static Running running;
    private String orderId = "";

    @BeforeAll
    static void start() {
        running = Running.sellingLicenses();
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @BeforeEach
    void buy() {
        answering("000004");
        orderId = running.ready("{\"kind\":\"LICENSE\",\"linearValue\":2}");
    }

    private static void answering(String code) {
        running.seller.does(call -> call.activity().equals("newInstance")
                ? Said.instance("000000", "kb" + call.text("orderId"))
                : Said.code(call.activity().equals("getLicenseAsync") ? code : "000000"));
    }

    @Test
    void anApplicationSaysWhatTheTableSays() {
        String bound = running.ready("{\"kind\":\"LICENSE\",\"deviceBound\":true}");

        JsonNode application = applied(bound, "{}");

        Received call = call(application);
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

        Received call = call(applied(
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

        Received call =
                call(applied(bound, "{\"expireTimeSent\":false,\"fingerprintSent\":false,\"timesAs\":\"ISO\"}"));

        assertThat(call.body().propertyNames())
                .containsExactlyInAnyOrder("activity", "instanceId", "eventId", "effectiveTime");
        assertThat(call.text("effectiveTime")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
    }

    @Test
    void aOneTimeLicenseTellsNoEnd() {
        String oneTime = running.ready("{\"kind\":\"LICENSE\",\"chargingMode\":\"ONE_TIME\"}");

        assertThat(call(applied(oneTime, "{}")).body().has("expireTime")).isFalse();
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
        answering(code);

        JsonNode application = applied(orderId, "{}");

        assertThat(application.get("state").stringValue()).isEqualTo(state);
        assertThat(application.get("resultCode").stringValue()).isEqualTo(code);
    }

    @Test
    void nobodyRepeatsAnApplicationButAPerson() {
        answering("000005");
        String event = event(applied(orderId, "{}"));
        await().during(Duration.ofMillis(300))
                .untilAsserted(() -> assertThat(calls(event)).hasSize(1));
        answering("000004");

        JsonNode restarted = running.http
                .post("/simulator/applications/" + event + ":restart", null)
                .json();

        assertThat(restarted.get("attempts").get(0).get("number").intValue()).isEqualTo(2);
        assertThat(state(event)).isEqualTo("APPLIED");
        assertThat(calls(event))
                .hasSize(2)
                .extracting(call -> call.body())
                .containsOnly(calls(event).getFirst().body());
    }

    @Test
    void aFaultedApplicationIsFollowedByTheHonestOne() {
        running.seller.does(new StubGateway());

        JsonNode application = applied(orderId, "{\"faults\":[{\"kind\":\"WRONG_KEY\"},{\"kind\":\"DUPLICATE\"}]}");

        await().untilAsserted(() -> assertThat(
                        show(event(application)).get("attempts").values())
                .extracting(attempt -> attempt.get("kind").stringValue())
                .containsExactly("FAULTED", "SCHEDULED", "DUPLICATE"));
        assertThat(state(event(application))).isEqualTo("APPLIED");
        running.http.post(
                "/simulator/applications/" + event(application) + ":again", "{\"fault\":{\"kind\":\"BODY_CHANGED\"}}");
        assertThat(state(event(application))).isEqualTo("APPLIED");
        assertThat(running.violationsOf(orderId)).isEmpty();
    }

    @Test
    void whoAcceptsAWrongSignatureBreaksAPromise() {
        applied(orderId, "{\"faults\":[{\"kind\":\"WRONG_KEY\"}]}");

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
        applied(orderId, "{\"eventId\":\"twice\"}");
        assertThat(running.http
                        .post("/simulator/purchases/" + orderId + ":apply", "{\"eventId\":\"twice\"}")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void aTextThatWasUploadedIsDelivered() {
        String event = event(applied(orderId, "{}"));

        assertThat(upload(event, Uploading.characters("LIC-1"))).isEqualTo("200 CBC.0000");

        JsonNode delivered = show(event).get("delivered");
        assertThat(state(event)).isEqualTo("DELIVERED");
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
        String event = event(applied(orderId, "{}"));
        byte[] licence = "\r\n--lic-b\r\nü".repeat(1000).getBytes(StandardCharsets.UTF_8);

        assertThat(upload(event, Uploading.file("demo.lic", licence))).isEqualTo("200 CBC.0000");
        assertThat(upload(event, Uploading.file("demo.lic", licence))).isEqualTo("200 CBC.0000");

        JsonNode delivered = show(event).get("delivered");
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
        String event = event(applied(orderId, "{}"));
        upload(event, Uploading.characters("FIRST"));

        assertThat(upload(event, Uploading.characters("SECOND"))).isEqualTo("200 CBC.0000");

        assertThat(running.violationsOf(orderId)).containsExactly("OTHER_LICENSE_FOR_SAME_APPLICATION");
        assertThat(running.http
                        .get("/simulator/applications/" + event + "/license")
                        .text())
                .isEqualTo("FIRST");
        assertThat(show(event).get("delivered").get("timesReceived").intValue()).isEqualTo(1);
    }

    @Test
    void anUploadMayComeBeforeTheAnswer() {
        running.seller.does(call -> {
            upload(call.text("eventId"), Uploading.characters("EARLY"));
            return Said.code("000005");
        });

        JsonNode application = applied(orderId, "{}");

        assertThat(application.get("state").stringValue()).isEqualTo("DELIVERED");
        await().untilAsserted(() -> assertThat(
                        show(event(application)).get("attemptCount").intValue())
                .isEqualTo(1));
        assertThat(state(event(application))).isEqualTo("DELIVERED");
    }

    @Test
    void aDeniedApplicationGetsNoLicenceUntilItIsMadeAgain() {
        String event = event(applied(orderId, "{}"));
        running.http.post("/simulator/applications/" + event + ":deny", null);

        assertThat(upload(event, Uploading.characters("LATE"))).isEqualTo("200 91381038");
        assertThat(state(event)).isEqualTo("DENIED");
        running.http.post("/simulator/applications/" + event + ":restart", null);
        assertThat(upload(event, Uploading.characters("LATE"))).isEqualTo("200 CBC.0000");

        assertThat(running.http
                        .post("/simulator/applications/" + event + ":deny", null)
                        .status())
                .isEqualTo(409);
    }

    @Test
    void anUploadAfterARefusalBreaksAPromise() {
        answering("000900");
        String event = event(applied(orderId, "{}"));

        assertThat(upload(event, Uploading.characters("LIC"))).isEqualTo("200 91381034");

        assertThat(running.violationsOf(orderId)).containsExactly("UPLOAD_AFTER_REFUSAL");
    }

    @Test
    void anUnknownEventIsNotValid() {
        assertThat(upload("unknown", Uploading.characters("LIC"))).isEqualTo("200 91381034");
    }

    @Test
    void whatWasReleasedIsNotUsable() {
        String event = event(applied(orderId, "{}"));
        running.step(orderId, "release", "{}");

        assertThat(upload(event, Uploading.characters("LIC"))).isEqualTo("200 91381033");
    }

    @Test
    void moreThanWasBoughtBreaksAPromiseAndIsNotTaken() {
        applied(orderId, "{}");
        applied(orderId, "{}");
        assertThat(running.violationsOf(orderId)).isEmpty();
        answering("000005");
        String unanswered = event(applied(orderId, "{}"));

        assertThat(upload(unanswered, Uploading.characters("LIC"))).isEqualTo("200 91381035");
        answering("000004");
        applied(orderId, "{}");

        assertThat(running.violationsOf(orderId)).containsExactly("MORE_LICENSES_THAN_BOUGHT");
    }

    @Test
    void aRenewalBuysAsManyOnceMore() {
        running.step(orderId, "refresh", "{}");
        for (int i = 0; i < 4; i++) {
            applied(orderId, "{}");
        }

        assertThat(running.violationsOf(orderId)).isEmpty();
    }

    @Test
    void anEmptyLicenceHasTheWrongFormat() {
        String event = event(applied(orderId, "{}"));

        assertThat(upload(event, Uploading.characters(""))).isEqualTo("200 91381037");
        assertThat(upload(event, Uploading.file("e.lic", new byte[0]))).isEqualTo("200 91381037");
    }

    static List<byte[]> malformed() {
        byte[] licence = {1, 2, 3};
        String sha = Running.sha256(licence);
        return List.of(
                new Uploading().file(licence).bytes(),
                new Uploading().json("[]").bytes(),
                new Uploading().json("no json").bytes(),
                new Uploading().json("{\"characters\":\"x\"}").bytes(),
                new Uploading().json("{\"type\":\"TEXT\",\"characters\":\"x\"}").bytes(),
                new Uploading().json("{\"type\":\"CHARACTERS\"}").bytes(),
                new Uploading()
                        .json("{\"type\":\"CHARACTERS\",\"characters\":7}")
                        .bytes(),
                Uploading.characters("x".repeat(1025)),
                Uploading.file("n".repeat(1025), licence),
                new Uploading()
                        .file(licence)
                        .json("{\"type\":\"FILE\",\"sha256\":\"" + sha + "\"}")
                        .bytes(),
                new Uploading()
                        .file(licence)
                        .json("{\"type\":\"FILE\",\"file_name\":\"demo.lic\"}")
                        .bytes(),
                new Uploading()
                        .file(licence)
                        .json("{\"type\":\"FILE\",\"file_name\":\"demo.lic\",\"sha256\":\"00\"}")
                        .bytes(),
                new Uploading()
                        .json("{\"type\":\"FILE\",\"file_name\":\"x\",\"sha256\":\"" + sha + "\"}")
                        .bytes(),
                new Uploading()
                        .file(licence)
                        .json("{\"type\":\"FILE\",\"file_name\":\"other.lic\",\"sha256\":\"" + sha + "\"}")
                        .bytes(),
                new Uploading()
                        .file(licence)
                        .json("{\"type\":\"CHARACTERS\",\"characters\":\"x\"}")
                        .bytes(),
                new Uploading()
                        .json("{\"type\":\"CHARACTERS\",\"characters\":\"x\",\"sha256\":\"" + sha + "\"}")
                        .bytes(),
                new Uploading()
                        .part("file", "", "application/octet-stream", licence)
                        .json("{\"type\":\"FILE\",\"file_name\":\"x\",\"sha256\":\"" + sha + "\"}")
                        .bytes(),
                new Uploading()
                        .part("file", "; filename=\"x\"", "text/html", licence)
                        .json("{\"type\":\"FILE\",\"file_name\":\"x\",\"sha256\":\"" + sha + "\"}")
                        .bytes(),
                new Uploading()
                        .part(
                                "isvUpdateFileReq",
                                "",
                                "text/plain",
                                "{\"type\":\"CHARACTERS\",\"characters\":\"x\"}".getBytes(StandardCharsets.UTF_8))
                        .bytes(),
                new Uploading()
                        .json("{\"type\":\"CHARACTERS\",\"characters\":\"x\"}")
                        .json("{\"type\":\"CHARACTERS\",\"characters\":\"x\"}")
                        .bytes(),
                new Uploading()
                        .part("other", "", "text/plain", licence)
                        .json("{\"type\":\"CHARACTERS\",\"characters\":\"x\"}")
                        .bytes(),
                "{\"type\":\"CHARACTERS\",\"characters\":\"x\"}".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void anUploadOfAnotherFormIsRefusedAndCounted() {
        for (byte[] body : malformed()) {
            String text = new String(body, StandardCharsets.UTF_8);
            String bought = running.ready("{\"kind\":\"LICENSE\"}");
            String event = event(applied(bought, "{}"));

            assertThat(upload(event, body)).as(text).isEqualTo("400 CBC.0101");
            assertThat(running.violationsOf(bought)).as(text).containsExactly("UPLOAD_MALFORMED");
            assertThat(state(event)).as(text).isEqualTo("APPLIED");
        }
    }

    @Test
    void theFormThatThePageShowsIsTaken() {
        String event = event(applied(orderId, "{}"));
        byte[] licence = {0, 13, 10, -1};

        assertThat(upload(
                        event,
                        new Uploading()
                                .part("file", "; filename=\"x\"", "multipart/form-data", licence)
                                .json("{\"type\":\"FILE\",\"file_name\":\"x\",\"sha256\":\""
                                        + Running.sha256(licence).toUpperCase(java.util.Locale.ROOT)
                                        + "\",\"characters\":\"also\",\"unknown\":1}")
                                .bytes()))
                .isEqualTo("200 CBC.0000");
    }

    @Test
    void aQuotationMarkInAFilesNameMayBeWrittenInEitherWay() {
        byte[] licence = {1};
        for (String written : List.of("a\\\"b", "a%22b")) {
            String event = event(applied(orderId, "{}"));

            assertThat(upload(
                            event,
                            new Uploading()
                                    .part("file", "; filename=\"" + written + "\"", "application/octet-stream", licence)
                                    .json("{\"type\":\"FILE\",\"file_name\":\"a\\\"b\",\"sha256\":\""
                                            + Running.sha256(licence) + "\"}")
                                    .bytes()))
                    .as(written)
                    .isEqualTo("200 CBC.0000");
        }
    }

    @Test
    void aLargeLicenceIsTakenAndALargerOneIsNot() {
        String event = event(applied(orderId, "{}"));
        byte[] large = new byte[(12 << 20) - 2048];

        assertThat(upload(event, Uploading.file("large.lic", large))).isEqualTo("200 CBC.0000");
        assertThat(upload(event, Uploading.file("larger.lic", new byte[12 << 20])))
                .isEqualTo("413 APIGW.0201");
    }

    @Test
    void theAccessKeyIsCheckedOverTheExactBytes() {
        Http.Got got = running.http.sendBytes(
                "POST", Uploading.path("any"), Uploading.characters("x"), "Content-Type", Uploading.TYPE);

        assertThat(got.status()).isEqualTo(401);
        assertThat(got.json().get("error_code").stringValue()).isEqualTo("APIGW.0301");
    }

    @ParameterizedTest
    @CsvSource({
        "CBC.0150, 403",
        "CBC.0101, 400",
        "CBC.0999, 500",
        "91381033, 200",
        "91381034, 200",
        "91381035, 200",
        "91381036, 200",
        "91381037, 200",
        "91381038, 200",
        "91380150, 200"
    })
    void everyCodeCanBeMade(String code, int status) {
        String event = event(applied(orderId, "{}"));
        arm("{\"api\":\"UPLOAD\",\"kind\":\"RESULT_CODE\",\"code\":\"" + code + "\",\"calls\":1}");

        assertThat(upload(event, Uploading.characters("LIC"))).isEqualTo(status + " " + code);

        assertThat(state(event)).isEqualTo("APPLIED");
        assertThat(upload(event, Uploading.characters("LIC"))).isEqualTo("200 CBC.0000");
    }

    @Test
    void anAnswerCanBeLostAfterTheLicenceWasTaken() {
        String event = event(applied(orderId, "{}"));
        arm("{\"api\":\"UPLOAD\",\"kind\":\"LOST_ANSWER\",\"calls\":1}");

        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> upload(event, Uploading.characters("LIC"))))
                .isNotNull();

        assertThat(state(event)).isEqualTo("DELIVERED");
        assertThat(upload(event, Uploading.characters("LIC"))).isEqualTo("200 CBC.0000");
        assertThat(show(event).get("delivered").get("timesReceived").intValue()).isEqualTo(2);
    }

    @Test
    void anAnswerCanBeLate() {
        String event = event(applied(orderId, "{}"));
        arm("{\"api\":\"UPLOAD\",\"kind\":\"DELAY\",\"seconds\":1,\"calls\":1}");
        long start = System.nanoTime();

        assertThat(upload(event, Uploading.characters("LIC"))).isEqualTo("200 CBC.0000");

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(950));
    }

    @Test
    void eachApiHasItsOwnFaults() {
        arm("{\"api\":\"UPLOAD\",\"kind\":\"RESULT_CODE\"}");

        assertThat(running.queryOrder("orderId=MOCKONETIMENEW").status()).isEqualTo(200);
        assertThat(running.http.get("/simulator/open-api/faults?api=UPLOAD").text())
                .contains("CBC.0999");
        assertThat(running.http.get("/simulator/open-api/faults").json().has("armed"))
                .isFalse();
        running.http.delete("/simulator/open-api/faults");
        assertThat(running.http
                        .get("/simulator/open-api/faults?api=UPLOAD")
                        .json()
                        .has("armed"))
                .isFalse();
        assertThat(running.http
                        .put("/simulator/open-api/faults", "{\"api\":\"UPLOAD\",\"kind\":\"PARTLY\"}")
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"state=APPLIED", "limit=1"})
    void applicationsAreListed(String query) {
        String event = event(applied(orderId, "{}"));

        JsonNode listed = running.http
                .get("/simulator/applications?orderId=" + orderId + "&" + query)
                .json();

        assertThat(listed.get("applications").values())
                .extracting(each -> each.get("eventId").stringValue())
                .containsExactly(event);
    }

    private static void arm(String fault) {
        assertThat(running.http.put("/simulator/open-api/faults", fault).status())
                .isEqualTo(200);
    }

    private static JsonNode applied(String orderId, String wish) {
        Http.Got got = running.http.post("/simulator/purchases/" + orderId + ":apply", wish);
        assertThat(got.status()).as(got.text()).isBetween(200, 202);
        String event = event(got.json());
        await().untilAsserted(() -> assertThat(state(event)).isNotEqualTo("CALLING"));
        return show(event);
    }

    private static JsonNode show(String event) {
        return running.http.get("/simulator/applications/" + event).json();
    }

    private static String state(String event) {
        return show(event).get("state").stringValue();
    }

    private static String event(JsonNode application) {
        return application.get("eventId").stringValue();
    }

    private static Received call(JsonNode application) {
        return calls(event(application)).getFirst();
    }

    private static List<Received> calls(String event) {
        return running.seller.calls("getLicenseAsync").stream()
                .filter(call -> call.text("eventId").equals(event))
                .toList();
    }

    private static String upload(String event, byte[] body) {
        Http.Got got = running.postSigned(Uploading.path(event), Uploading.TYPE, body);
        return got.status() + " " + got.json().get("error_code").stringValue();
    }
}
