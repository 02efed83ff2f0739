package io.koobridge.simulator.running;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.simulator.running.FakeSeller.Said;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class WebTest {
    private static Running running;

    @BeforeAll
    static void start() {
        running = new Running("--koobridge.simulator.calls-kept=5");
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/simulator/purchases | { | Unexpected end-of-input",
                "/simulator/purchases | {\"chargingmode\":\"PERIOD\"} | Unrecognized property",
                "/simulator/purchases | {\"chargingMode\":\"WEEKLY\"} | ON_DEMAND_PKG",
                "/simulator/purchases | {\"orderId\":\"a b\"} | orderId must be",
                "/simulator/purchases | {\"quantity\":0} | quantity must be",
                "/simulator/purchases | {\"periodType\":\"week\"} | periodType must be",
                "/simulator/purchases | {\"chargingMode\":\"ONE_TIME\",\"periodNumber\":1} | ONE_TIME has no periodType",
                "/simulator/purchases:bulk | {} | count is missing",
                "/simulator/purchases:bulk | {\"count\":1,\"duplicatePercent\":101} | duplicatePercent must be from 0 to 100",
                "/simulator/purchases:bulk | {\"count\":1,\"purchase\":{\"orderId\":\"A\"}} | purchase.orderId"
            })
    void aBadWishIsRefusedWithTheReason(String path, String body, String reason) {
        Http.Got got = running.http.post(path, body);

        assertThat(got.status()).isEqualTo(400);
        assertThat(got.json().get("error").stringValue()).contains(reason);
    }

    @Test
    void anOrderIdIsSoldOnce() {
        running.seller.sellsAtOnce("000000");
        running.buy("{\"orderId\":\"CSONCE\"}");

        assertThat(running.http
                        .post("/simulator/purchases", "{\"orderId\":\"CSONCE\"}")
                        .status())
                .isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /simulator/purchases/NOBODY",
        "POST, /simulator/purchases/NOBODY:restart",
        "POST, /simulator/purchases/NOBODY:duplicate",
        "GET, /simulator/purchases:summary?bulk=none"
    })
    void whatIsNotThereIsNotFound(String method, String path) {
        Http.Got got = method.equals("GET") ? running.http.get(path) : running.http.post(path, null);

        assertThat(got.status()).isEqualTo(404);
    }

    @Test
    void theRecordKeepsTheNewestCallsWithTheirVerdicts() {
        running.seller.sellsAtOnce("000000");
        String orderId = running.buy("{}");
        running.awaitStatus(orderId, "READY");
        for (int i = 0; i < 6; i++) {
            running.queryOrder("orderId=" + orderId);
        }
        running.http.post("/simulator/purchases/" + orderId + ":duplicate", null);

        JsonNode record =
                running.http.get("/simulator/calls?orderId=" + orderId).json();

        assertThat(record.get("calls")).hasSize(5);
        assertThat(record.get("total").longValue()).isGreaterThan(5);
        JsonNode newest = record.get("calls").get(0);
        assertThat(newest.get("direction").stringValue()).isEqualTo("TO_SELLER");
        assertThat(newest.get("name").stringValue()).isEqualTo("newInstance");
        assertThat(newest.get("verdict").stringValue()).isEqualTo("ACKNOWLEDGED");
        assertThat(newest.get("requestBody").stringValue()).contains(orderId);
        JsonNode before = record.get("calls").get(1);
        assertThat(before.get("direction").stringValue()).isEqualTo("FROM_SELLER");
        assertThat(before.get("name").stringValue()).isEqualTo("orderQuery");
        assertThat(before.get("verdict").stringValue()).isEqualTo("ANSWERED");
    }

    @Test
    void thePageEscapesWhatTheSellerSays() {
        running.seller.does(call -> call.activity().equals("newInstance")
                ? Said.instance("000000", "<script>alert(1)</script>")
                : Said.code("000004"));
        String orderId = running.buy("{}");
        running.awaitStatus(orderId, "ACCEPTED");

        Http.Got page = running.http.get("/");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .contains(orderId)
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script");
    }

    @Test
    void everyRequestIsAnsweredAlsoRightAfterOneThatWasAnsweredFromAnotherThread() {
        running.seller.sellsAtOnce("000000");
        String orderId = running.buy("{}");
        running.awaitStatus(orderId, "READY");

        for (int i = 0; i < 100; i++) {
            assertThat(running.http
                            .post("/simulator/purchases/" + orderId + ":duplicate", null)
                            .status())
                    .isEqualTo(200);
            assertThat(running.http.get("/simulator/violations").status()).isEqualTo(200);
            assertThat(running.http.get("/health").status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource({"/simulator/purchases", "/simulator/faults:play", "/simulator/chaos", "/simulator/lives"})
    void aBodyThatIsTooLongIsRefused(String path) {
        Http.Got got = running.http.post(path, "{\"colour\":\"" + "x".repeat(3_000_000) + "\"}");

        assertThat(got.status()).as(got.text()).isEqualTo(413);
    }

    @Test
    void itIsHealthy() {
        assertThat(running.http.get("/health").text()).isEqualTo("{\"status\":\"UP\"}");
    }
}
