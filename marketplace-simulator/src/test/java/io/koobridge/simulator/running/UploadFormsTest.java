package io.koobridge.simulator.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How an upload is written: its parts, its size, its signature (license §5.1). */
class UploadFormsTest {
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
    void anEmptyLicenceHasTheWrongFormat() {
        String event = applicant.newEvent(orderId);

        assertThat(applicant.upload(event, Uploading.characters(""))).isEqualTo("200 91381037");
        assertThat(applicant.upload(event, Uploading.file("e.lic", new byte[0])))
                .isEqualTo("200 91381037");
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
            String event = applicant.newEvent(bought);

            assertThat(applicant.upload(event, body)).as(text).isEqualTo("400 CBC.0101");
            assertThat(running.violationsOf(bought)).as(text).containsExactly("UPLOAD_MALFORMED");
            assertThat(applicant.state(event)).as(text).isEqualTo("APPLIED");
        }
    }

    @Test
    void theFormThatThePageShowsIsTaken() {
        String event = applicant.newEvent(orderId);
        byte[] licence = {0, 13, 10, -1};

        assertThat(applicant.upload(
                        event,
                        new Uploading()
                                .part("file", "; filename=\"x\"", "multipart/form-data", licence)
                                .json("{\"type\":\"FILE\",\"file_name\":\"x\",\"sha256\":\""
                                        + Running.sha256(licence).toUpperCase(Locale.ROOT)
                                        + "\",\"characters\":\"also\",\"unknown\":1}")
                                .bytes()))
                .isEqualTo("200 CBC.0000");
    }

    @Test
    void aQuotationMarkInAFilesNameMayBeWrittenInEitherWay() {
        byte[] licence = {1};
        for (String written : List.of("a\\\"b", "a%22b")) {
            String event = applicant.newEvent(orderId);

            assertThat(applicant.upload(
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
        String event = applicant.newEvent(orderId);
        byte[] large = new byte[(12 << 20) - 2048];

        assertThat(applicant.upload(event, Uploading.file("large.lic", large))).isEqualTo("200 CBC.0000");
        assertThat(applicant.upload(event, Uploading.file("larger.lic", new byte[12 << 20])))
                .isEqualTo("413 APIGW.0201");
    }

    @Test
    void theAccessKeyIsCheckedOverTheExactBytes() {
        Http.Got got = running.http.sendBytes(
                "POST", Uploading.path("any"), Uploading.characters("x"), "Content-Type", Uploading.TYPE);

        assertThat(got.status()).isEqualTo(401);
        assertThat(got.json().get("error_code").stringValue()).isEqualTo("APIGW.0301");
    }
}
