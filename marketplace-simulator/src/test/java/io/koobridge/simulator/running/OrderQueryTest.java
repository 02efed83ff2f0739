package io.koobridge.simulator.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class OrderQueryTest {
    private static Running running;

    @BeforeAll
    static void start() {
        running = new Running();
        running.seller.sellsAtOnce("000000");
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @Test
    void anOwnOrderIsAnsweredAsItWasBought() {
        String orderId = running.buy("""
                {"chargingMode":"PERIOD","periodType":"month","periodNumber":3,"quantity":7,"productId":"OFFI7","skuCode":"sku-7",
                 "buyer":{"customerId":"c7","email":"seven@example.com"}}""");

        JsonNode order = ordered("orderId=" + orderId, "orderLineId=" + orderId + "-000001");

        assertThat(order.get("orderId").stringValue()).isEqualTo(orderId);
        assertThat(order.get("orderType").stringValue()).isEqualTo("NEW");
        assertThat(order.get("createTime").stringValue()).matches("\\d{14}");
        assertThat(order.get("buyerInfo").toString())
                .isEqualTo("{\"customerId\":\"c7\",\"email\":\"seven@example.com\"}");
        JsonNode line = order.get("orderLine").get(0);
        assertThat(line.get("expireTime").stringValue()).matches("\\d{8}155959");
        assertThat(line.get("periodType").stringValue()).isEqualTo("month");
        assertThat(line.get("periodNumber").intValue()).isEqualTo(3);
        assertThat(line.get("productInfo").toString())
                .isEqualTo("[{\"productId\":\"OFFI7\",\"skuCode\":\"sku-7\",\"linearValue\":7}]");
    }

    @ParameterizedTest
    @CsvSource({
        "MOCKPERIODYEARNEW, NEW, PERIOD, year, true",
        "MOCKONETIMENEW, NEW, ONE_TIME, , false",
        "MOCKONDEMAND, NEW, ON_DEMAND, , false",
        "MOCKONDEMANDPKG, NEW, ON_DEMAND_PKG, year, true",
        "MOCKPERIODDAYTRIAL, TRIAL, PERIOD, day, true",
        "MOCKMONTYTRIALTOFORMAL, TRIAL_TO_FORMAL, PERIOD, month, true",
        "MOCKMONTYUNSUBSCRIBE, UNSUBSCRIBE, PERIOD, month, true",
        "MOCKMONTYRENEW, RENEW, PERIOD, month, true",
        "MOCKMONTYCHANGE, CHANGE, PERIOD, month, true"
    })
    void theDocumentedMockOrdersAreThere(String orderId, String type, String mode, String periodType, boolean expires) {
        JsonNode order = ordered("orderId=" + orderId, "orderLineId=" + orderId + "-000001");

        JsonNode line = order.get("orderLine").get(0);
        assertThat(order.get("orderType").stringValue()).isEqualTo(type);
        assertThat(line.get("orderLineId").stringValue()).isEqualTo(orderId + "-000001");
        assertThat(line.get("chargingMode").stringValue()).isEqualTo(mode);
        assertThat(line.path("periodType").asString(null)).isEqualTo(periodType);
        assertThat(line.has("expireTime")).isEqualTo(expires);
        assertThat(line.get("productInfo").get(0).get("productId").stringValue())
                .startsWith("OFFI");
    }

    @Test
    void anOrderSoldElsewhereIsAYearlyOneOfTwoAndAlwaysTheSame() {
        JsonNode order = ordered("orderId=CS-ELSEWHERE", "orderLineId=LINE-9");

        JsonNode line = order.get("orderLine").get(0);
        assertThat(line.get("orderLineId").stringValue()).isEqualTo("LINE-9");
        assertThat(line.get("chargingMode").stringValue()).isEqualTo("PERIOD");
        assertThat(line.get("periodType").stringValue()).isEqualTo("year");
        assertThat(line.get("periodNumber").intValue()).isEqualTo(1);
        assertThat(line.get("productInfo").get(0).get("linearValue").intValue()).isEqualTo(2);
        assertThat(ordered("orderId=CS-ELSEWHERE", "orderLineId=LINE-9")).isEqualTo(order);
    }

    @ParameterizedTest
    @CsvSource({
        "orderLineId=L, 400, MKT.0101",
        "orderId=A&orderId=B, 400, MKT.0101",
        "orderId=A&extra=1, 400, MKT.0101",
        "orderId=, 500, MKT.0100",
        "orderId=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx, 500, MKT.0100",
        "orderId=MOCKONDEMAND&orderLineId=OTHER, 500, MKT.0100"
    })
    void wrongParametersGetTheirCode(String query, int status, String code) {
        Http.Got got = running.queryOrder(query.split("&"));

        assertThat(got.status()).isEqualTo(status);
        assertThat(got.json().get("resultCode").stringValue()).isEqualTo(code);
        assertThat(got.json().get("resultMsg").stringValue()).isNotBlank();
    }

    @Test
    void anUnsignedQueryGetsTheGatewaysOwnError() {
        Http.Got got = running.http.get("/api/mkp-openapi-public/global/v1/order/query?orderId=MOCKONDEMAND");

        assertThat(got.status()).isEqualTo(401);
        assertThat(got.json().get("error_code").stringValue()).isEqualTo("APIGW.0301");
        assertThat(got.json().get("request_id").stringValue()).matches("[0-9a-f]{32}");
        assertThat(got.json().has("resultCode")).isFalse();
    }

    @Test
    void aQueryWithAWrongClockIsRefused() {
        Http.Got got = running.queryOrderAt(Instant.now().minus(Duration.ofMinutes(16)), "orderId=MOCKONDEMAND");

        assertThat(got.status()).isEqualTo(401);
        assertThat(got.json().get("error_code").stringValue()).isEqualTo("APIGW.0301");
    }

    @Test
    void whatIsNotPublishedDoesNotExist() {
        assertThat(running.http
                        .get("/api/mkp-openapi-public/global/v9/order/query")
                        .json()
                        .get("error_code")
                        .stringValue())
                .isEqualTo("APIGW.0101");
        Http.Got wrongMethod = running.http.post("/api/mkp-openapi-public/global/v1/order/query?orderId=A", "{}");
        assertThat(wrongMethod.status()).isEqualTo(404);
        assertThat(wrongMethod.json().get("error_code").stringValue()).isEqualTo("APIGW.0101");
    }

    @Test
    void aHugeBodyIsRefused() {
        Http.Got got = running.http.post("/api/mkp-openapi-public/global/v1/order/query", "x".repeat(1 << 19));

        assertThat(got.status()).isEqualTo(413);
        assertThat(got.json().get("error_code").stringValue()).isEqualTo("APIGW.0201");
    }

    private static JsonNode ordered(String... parameters) {
        Http.Got got = running.queryOrder(parameters);
        assertThat(got.status()).as(got.text()).isEqualTo(200);
        assertThat(got.json().get("resultCode").stringValue()).isEqualTo("MKT.0000");
        return got.json().get("orderInfo");
    }
}
