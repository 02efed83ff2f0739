package io.koobridge.simulator.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.koobridge.simulator.running.FakeSeller.Said;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class OpenApiFaultsTest {
    private static final String FAULTS = "/simulator/open-api/faults";
    private static Running running;

    @BeforeAll
    static void start() {
        running = new Running();
        running.seller.does(call -> Said.code("000005"));
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @AfterEach
    void clear() {
        running.http.delete(FAULTS);
    }

    private static Http.Got ask() {
        return running.queryOrder("orderId=MOCKONDEMAND");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"kind\":\"RESULT_CODE\"} | 500 | `\"resultCode\":\"MKT.0999\"`",
                "{\"kind\":\"RESULT_CODE\",\"code\":\"MKT.0250\"} | 406 | extra_info",
                "{\"kind\":\"RESULT_CODE\",\"code\":\"CBC. 0154\"} | 401 | CBC. 0154",
                "{\"kind\":\"RESULT_CODE\",\"code\":\"MKT.0101\",\"status\":200} | 200 | MKT.0101",
                "{\"kind\":\"GATEWAY_ERROR\",\"code\":\"APIGW.0101\"} | 404 | request_id",
                "{\"kind\":\"GATEWAY_ERROR\",\"code\":\"APIGW.0106\"} | 400 | request_id",
                "{\"kind\":\"GATEWAY_ERROR\",\"code\":\"APIGW.0303\"} | 401 | request_id",
                "{\"kind\":\"GATEWAY_ERROR\",\"code\":\"APIGW.0401\"} | 403 | request_id",
                "{\"kind\":\"GATEWAY_ERROR\"} | 502 | `\"error_code\":\"APIGW.0201\"`",
                "{\"kind\":\"GATEWAY_ERROR\",\"code\":\"APIGW.0308\",\"status\":429} | 429 | request_id",
                "{\"kind\":\"HTTP_STATUS\",\"status\":504} | 504 | ``",
                "{\"kind\":\"GARBAGE\"} | 200 | <html>"
            })
    void theOrderQueryFailsAsToldUntilItIsCleared(String fault, int status, String part) {
        assertThat(running.http.put(FAULTS, fault).status()).isEqualTo(200);

        Http.Got failing = ask();

        assertThat(failing.status()).isEqualTo(status);
        assertThat(failing.text()).contains(part);
        assertThat(ask().status()).isEqualTo(status);
        assertThat(running.http.get(FAULTS).json().get("hits").intValue()).isEqualTo(2);
        assertThat(running.http.delete(FAULTS).json().has("armed")).isFalse();
        assertThat(ask().json().get("resultCode").stringValue()).isEqualTo("MKT.0000");
    }

    @Test
    void aFaultForSoManyCallsEndsByItself() {
        JsonNode armed = running.http
                .put(FAULTS, "{\"kind\":\"HTTP_STATUS\",\"calls\":2}")
                .json();
        assertThat(armed.get("armed").get("callsLeft").intValue()).isEqualTo(2);
        assertThat(armed.get("armed").get("kind").stringValue()).isEqualTo("HTTP_STATUS");
        assertThat(armed.get("armed").get("status").intValue()).isEqualTo(503);

        assertThat(ask().status()).isEqualTo(503);
        assertThat(ask().status()).isEqualTo(503);

        assertThat(ask().status()).isEqualTo(200);
        assertThat(running.http
                        .get("/simulator/calls?fault=HTTP_STATUS")
                        .json()
                        .get("calls")
                        .size())
                .isGreaterThanOrEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"kind\":\"CUT\"}", "{\"kind\":\"HANG\",\"seconds\":1}"})
    void theConnectionEndsWithoutAWholeAnswer(String fault) {
        running.http.put(FAULTS, fault);

        assertThatThrownBy(OpenApiFaultsTest::ask).isInstanceOf(UncheckedIOException.class);

        running.http.delete(FAULTS);
        assertThat(ask().status()).isEqualTo(200);
    }

    @Test
    void aWrongAccessKeyIsRefusedBeforeAnyFault() {
        running.http.put(FAULTS, "{\"kind\":\"GARBAGE\"}");

        assertThat(running.http
                        .get("/api/mkp-openapi-public/global/v1/order/query?orderId=MOCKONDEMAND")
                        .status())
                .isEqualTo(401);
        assertThat(running.http.get(FAULTS).json().get("hits").intValue()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"kind\":\"SLEEP\"}",
                "{\"kind\":\"HANG\",\"seconds\":121}",
                "{\"kind\":\"HTTP_STATUS\",\"status\":200}",
                "{\"kind\":\"CUT\",\"calls\":0}",
                "{\"kind\":\"CUT\",\"colour\":1}",
                "[]"
            })
    void aBadFaultIsRefused(String body) {
        Http.Got got = running.http.put(FAULTS, body);

        assertThat(got.status()).as(got.text()).isEqualTo(400);
        assertThat(got.json().get("error").stringValue()).isNotBlank();
    }
}
