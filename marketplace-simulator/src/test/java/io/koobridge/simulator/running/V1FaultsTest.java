package io.koobridge.simulator.running;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.simulator.running.FakeSeller.Received;
import io.koobridge.simulator.running.FakeSeller.Said;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class V1FaultsTest {
    private static Running running;

    @BeforeAll
    static void start() {
        running = new Running();
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @BeforeEach
    void aGoodSeller() {
        running.seller.does(new StubV1());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kind\":\"BARE_PLUS\"}",
                "{\"kind\":\"DOUBLE_ENCODED\"}",
                "{\"kind\":\"DOUBLE_ENCODED\",\"signed\":\"ENCODED\"}",
                "{\"kind\":\"TAMPERED_PARAMETER\"}",
                "{\"kind\":\"TAMPERED_PARAMETER\",\"how\":\"ADDED\"}",
                "{\"kind\":\"TAMPERED_PARAMETER\",\"how\":\"REMOVED\"}",
                "{\"kind\":\"KEY_WITHOUT_TIMESTAMP\"}",
                "{\"kind\":\"REPEATED_NAME\"}",
                "{\"kind\":\"BROKEN_TOKEN\"}",
                "{\"kind\":\"BROKEN_TOKEN\",\"how\":\"HEX\"}",
                "{\"kind\":\"BROKEN_TOKEN\",\"how\":\"MISSING\"}",
                "{\"kind\":\"BROKEN_TOKEN\",\"how\":\"NOT_BASE64\"}",
                "{\"kind\":\"EXTRA_PARAMETERS\"}",
                "{\"kind\":\"UNREADABLE_CONTACT\"}",
                "{\"kind\":\"SHORT_TIMESTAMP\"}",
                "{\"kind\":\"WRONG_KEY\"}",
                "{\"kind\":\"UNKNOWN_ACTIVITY\"}",
                "{\"kind\":\"UNKNOWN_ACTIVITY\",\"activity\":\"upgradeInstance\"}",
                "{\"kind\":\"DUPLICATE\",\"count\":2}",
                "{\"kind\":\"CONCURRENT_DUPLICATES\",\"count\":5}",
                "{\"kind\":\"REORDER\",\"seconds\":1}",
                "{\"kind\":\"SLOW_READER\",\"seconds\":1}",
                "{\"kind\":\"CUT_CONNECTION\"}"
            })
    void everyFaultIsAnsweredByAGoodSellerAsExpected(String fault) {
        JsonNode played = running.http
                .post("/simulator/faults:play", fault.replaceFirst("\\{", "{\"edition\":\"V1\","))
                .json();

        assertThat(played.path("asExpected").asBoolean(false))
                .as(played.toString())
                .isTrue();
    }

    @Test
    void aFaultCanBePlayedOnAPurchase() {
        String orderId = running.ready(
                "{\"edition\":\"V1\",\"faults\":[{\"kind\":\"KEY_WITHOUT_TIMESTAMP\"},{\"kind\":\"BARE_PLUS\"}]}");

        JsonNode played = running.http
                .post("/simulator/faults:play", "{\"kind\":\"UNREADABLE_CONTACT\",\"target\":\"" + orderId + "\"}")
                .json();

        assertThat(played.path("asExpected").asBoolean(false))
                .as(played.toString())
                .isTrue();
        assertThat(running.purchase(orderId).get("attempts").values())
                .extracting(attempt -> attempt.path("fault").asString(""))
                .containsExactly("KEY_WITHOUT_TIMESTAMP", "BARE_PLUS", "UNREADABLE_CONTACT");
    }

    @Test
    void aBarePlusIsBareAndADoubleEncodingIsDouble() {
        assertThat(afterwards("{\"kind\":\"BARE_PLUS\",\"edition\":\"V1\"}").rawQuery())
                .matches(".*saasExtendParams=[^&]*\\+[^&]*&.*authToken=[^%&]*=");
        assertThat(afterwards("{\"kind\":\"DOUBLE_ENCODED\",\"edition\":\"V1\"}")
                        .rawQuery())
                .contains("%252B");
        assertThat(afterwards("{\"kind\":\"SHORT_TIMESTAMP\",\"edition\":\"V1\"}")
                        .text("timeStamp"))
                .hasSize(15);
    }

    private static Received afterwards(String fault) {
        running.http.post("/simulator/faults:play", fault);
        return running.seller.calls("newInstance").getLast();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"kind\":\"BARE_PLUS\",\"edition\":\"V2\"}",
                "{\"kind\":\"CLOCK_SKEW\",\"edition\":\"V1\"}",
                "{\"kind\":\"REPLAYED_NONCE\",\"edition\":\"V1\"}",
                "{\"kind\":\"SLOW_READER\",\"part\":\"BODY\",\"edition\":\"V1\"}",
                "{\"kind\":\"WRONG_KEY\",\"edition\":\"V3\"}"
            })
    void aFaultOfTheOtherEditionIsRefused(String body) {
        assertThat(running.http.post("/simulator/faults:play", body).status()).isEqualTo(400);
    }

    @Test
    void aSellerWhoseCredentialsNobodyCanOpenBreaksAPromise() {
        running.seller.does(call -> Said.json(
                        "{\"resultCode\":\"000000\",\"resultMsg\":\"m\",\"instanceId\":\"kb" + call.text("orderId")
                                + "\",\"appInfo\":{\"frontEndUrl\":\"https://a.example.com\",\"password\":\"0123456789abcdefAAAA\"}}")
                .signedForV1());

        String orderId = running.ready("{\"edition\":\"V1\"}");

        assertThat(running.http
                        .get("/simulator/violations")
                        .json()
                        .get("violations")
                        .values())
                .anyMatch(violation -> violation.get("orderId").stringValue().equals(orderId)
                        && violation.get("kind").stringValue().equals("CREDENTIALS_UNREADABLE"));
    }

    @Test
    void anUnsignedAnswerFailsAndIsRepeated() {
        running.seller.does(call -> StubV1.bought(call, "kb" + call.text("orderId")));

        String orderId = running.buy("{\"edition\":\"V1\"}");

        assertThat(running.awaitAttempts(orderId, 1).getFirst().get("reason").stringValue())
                .isEqualTo("http header->bodySign is empty");
        assertThat(running.purchase(orderId).get("status").stringValue()).isEqualTo("ORDERED");
    }

    @Test
    void theSavedDebugCasesPassWithAGoodSeller() {
        JsonNode replay =
                running.http.post("/simulator/debug-replays?of=V1", null).json();

        assertThat(replay.get("failed").intValue()).as(replay.toString()).isZero();
        assertThat(replay.get("passed").intValue()).isEqualTo(16);
        assertThat(replay.get("cases").values())
                .extracting(one -> one.get("activity").stringValue())
                .contains(
                        "newInstance",
                        "refreshInstance",
                        "expireInstance",
                        "releaseInstance",
                        "upgrade",
                        "instanceStatus",
                        "queryInstance");
    }
}
