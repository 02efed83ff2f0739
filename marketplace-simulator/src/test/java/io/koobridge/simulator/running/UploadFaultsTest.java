package io.koobridge.simulator.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Faults of the interface that takes uploads. */
class UploadFaultsTest {
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
        String event = applicant.newEvent(orderId);
        running.arm("{\"api\":\"UPLOAD\",\"kind\":\"RESULT_CODE\",\"code\":\"" + code + "\",\"calls\":1}");

        assertThat(applicant.upload(event, Uploading.characters("LIC"))).isEqualTo(status + " " + code);

        assertThat(applicant.state(event)).isEqualTo("APPLIED");
        assertThat(applicant.upload(event, Uploading.characters("LIC"))).isEqualTo("200 CBC.0000");
    }

    @Test
    void anAnswerCanBeLostAfterTheLicenceWasTaken() {
        String event = applicant.newEvent(orderId);
        running.arm("{\"api\":\"UPLOAD\",\"kind\":\"LOST_ANSWER\",\"calls\":1}");

        assertThat(catchThrowable(() -> applicant.upload(event, Uploading.characters("LIC"))))
                .isNotNull();

        assertThat(applicant.state(event)).isEqualTo("DELIVERED");
        assertThat(applicant.upload(event, Uploading.characters("LIC"))).isEqualTo("200 CBC.0000");
        assertThat(applicant.show(event).get("delivered").get("timesReceived").intValue())
                .isEqualTo(2);
    }

    @Test
    void anAnswerCanBeLate() {
        String event = applicant.newEvent(orderId);
        running.arm("{\"api\":\"UPLOAD\",\"kind\":\"DELAY\",\"seconds\":1,\"calls\":1}");
        long start = System.nanoTime();

        assertThat(applicant.upload(event, Uploading.characters("LIC"))).isEqualTo("200 CBC.0000");

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(950));
    }

    @Test
    void eachApiHasItsOwnFaults() {
        running.arm("{\"api\":\"UPLOAD\",\"kind\":\"RESULT_CODE\"}");

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
}
