package io.koobridge.simulator.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.koobridge.simulator.running.FakeSeller.Received;
import io.koobridge.simulator.running.FakeSeller.Said;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class FaultsTest {
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
        running.seller.does(new StubGateway());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kind\":\"DUPLICATE\",\"count\":2}",
                "{\"kind\":\"CONCURRENT_DUPLICATES\",\"count\":8}",
                "{\"kind\":\"REORDER\",\"seconds\":1}",
                "{\"kind\":\"CLOCK_SKEW\"}",
                "{\"kind\":\"CLOCK_SKEW\",\"seconds\":120}",
                "{\"kind\":\"CLOCK_SKEW\",\"seconds\":-30}",
                "{\"kind\":\"SECONDS_TIMESTAMP\"}",
                "{\"kind\":\"WRONG_KEY\"}",
                "{\"kind\":\"BODY_CHANGED\"}",
                "{\"kind\":\"REPLAYED_NONCE\"}",
                "{\"kind\":\"REPLAYED_NONCE\",\"content\":\"SAME\"}",
                "{\"kind\":\"REPEATED_PARAMETER\"}",
                "{\"kind\":\"REPEATED_PARAMETER\",\"parameter\":\"nonce\"}",
                "{\"kind\":\"UPPER_CASE_SIGNATURE\"}",
                "{\"kind\":\"LOWER_CASE_SIGNATURE\"}",
                "{\"kind\":\"NOT_CANONICAL\"}",
                "{\"kind\":\"UNKNOWN_MEMBERS\"}",
                "{\"kind\":\"UNKNOWN_ACTIVITY\"}",
                "{\"kind\":\"UNKNOWN_ACTIVITY\",\"activity\":\"upgrade\"}",
                "{\"kind\":\"NUMBERS_FOR_STRINGS\"}",
                "{\"kind\":\"SLOW_READER\",\"seconds\":1}",
                "{\"kind\":\"SLOW_READER\",\"part\":\"BODY\",\"seconds\":1}",
                "{\"kind\":\"CUT_CONNECTION\"}",
                "{\"kind\":\"CUT_CONNECTION\",\"at\":\"IN_BODY\"}"
            })
    void everyFaultIsAnsweredByAGoodSellerAsExpected(String fault) {
        JsonNode played = running.http.post("/simulator/faults:play", fault).json();

        assertThat(played.path("asExpected").asBoolean(false))
                .as(played.toString())
                .isTrue();
        assertThat(played.get("calls")).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"kind\":\"CONCURRENT_DUPLICATES\"}",
                "{\"kind\":\"WRONG_KEY\"}",
                "{\"kind\":\"REPLAYED_NONCE\"}",
                "{\"kind\":\"NUMBERS_FOR_STRINGS\",\"activity\":\"queryInstance\"}"
            })
    void aFaultCanBePlayedOnAPurchase(String fault) {
        String orderId = running.ready("{}");

        JsonNode played = running.http
                .post("/simulator/faults:play", fault.replace("}", ",\"target\":\"" + orderId + "\"}"))
                .json();

        assertThat(played.path("asExpected").asBoolean(false))
                .as(played.toString())
                .isTrue();
        assertThat(running.purchase(orderId).get("status").stringValue()).isEqualTo("READY");
    }

    @Test
    void anOlderFreezeThatComesAfterTheUnfreezeLeavesThePurchaseActive() {
        StubGateway gateway = new StubGateway();
        running.seller.does(gateway);
        String orderId = running.ready("{}");

        JsonNode played = running.http
                .post("/simulator/faults:play", "{\"kind\":\"REORDER\",\"target\":\"" + orderId + "\"}")
                .json();

        assertThat(played.get("asExpected").booleanValue()).isTrue();
        assertThat(running.seller.calls("updateInstanceStatus").stream()
                        .skip(Math.max(
                                0, running.seller.calls("updateInstanceStatus").size() - 2)))
                .extracting(call -> call.text("status"))
                .containsExactly("UNFREEZE", "FREEZE");
        assertThat(gateway.told("kb" + orderId).wanted()).isEqualTo("ACTIVE");
    }

    @Test
    void theBytesOfEachFaultAreWhatItsNameSays() {
        Received unusual = afterwards("{\"kind\":\"NOT_CANONICAL\"}");
        assertThat(unusual.rawBody()).startsWith("{\n  \"testFlag\"").contains("null");

        assertThat(afterwards("{\"kind\":\"SECONDS_TIMESTAMP\"}").query().get("timestamp"))
                .hasSize(10);
        assertThat(afterwards("{\"kind\":\"LOWER_CASE_SIGNATURE\"}").query().get("signature"))
                .matches("[0-9a-f]{64}");
        assertThat(afterwards("{\"kind\":\"REPEATED_PARAMETER\",\"parameter\":\"timestamp\"}")
                        .rawQuery())
                .matches("signature=.*&timestamp=.*&nonce=.*&timestamp=.*");
        assertThat(afterwards("{\"kind\":\"UNKNOWN_MEMBERS\"}").body().has("futureObject"))
                .isTrue();
        assertThat(afterwards("{\"kind\":\"NUMBERS_FOR_STRINGS\"}")
                        .body()
                        .get("testFlag")
                        .isNumber())
                .isTrue();
        assertThat(afterwards("{\"kind\":\"WRONG_KEY\"}").rightlySigned()).isFalse();
        assertThat(afterwards("{\"kind\":\"BODY_CHANGED\"}").rightlySigned()).isFalse();
    }

    private static Received afterwards(String fault) {
        running.http.post("/simulator/faults:play", fault);
        return Stream.of("newInstance")
                .flatMap(activity -> running.seller.calls(activity).stream())
                .toList()
                .getLast();
    }

    @Test
    void duplicatesHaveNewBusinessIdsAndAReplayHasTheSame() {
        String orderId = running.ready("{\"faults\":[{\"kind\":\"CONCURRENT_DUPLICATES\",\"count\":5}]}");
        List<Received> together = running.seller.calls("newInstance", orderId);
        assertThat(together)
                .hasSize(6)
                .extracting(call -> call.text("businessId"))
                .doesNotHaveDuplicates();

        running.http.post(
                "/simulator/faults:play",
                "{\"kind\":\"REPLAYED_NONCE\",\"content\":\"SAME\",\"target\":\"" + orderId + "\"}");

        List<Received> all = running.seller.calls("newInstance", orderId);
        assertThat(all).hasSize(8);
        assertThat(all.get(7).rawBody()).isEqualTo(all.get(6).rawBody());
        assertThat(all.get(7).rawQuery()).isEqualTo(all.get(6).rawQuery());
    }

    @Test
    void callsThatMustBeRefusedAreMadeBesidesTheHonestOne() {
        String orderId = running.ready("{}");

        JsonNode step = running.step(
                orderId,
                "freeze",
                "{\"faults\":[{\"kind\":\"WRONG_KEY\"},{\"kind\":\"CLOCK_SKEW\",\"seconds\":3600},{\"kind\":\"UNKNOWN_MEMBERS\"}]}");

        assertThat(step.get("state").stringValue()).isEqualTo("ACKNOWLEDGED");
        assertThat(step.get("attempts").values())
                .extracting(
                        attempt -> attempt.get("kind").stringValue(),
                        attempt -> attempt.get("fault").stringValue(),
                        attempt -> attempt.get("expected").stringValue(),
                        attempt -> attempt.get("asExpected").booleanValue())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("FAULTED", "WRONG_KEY", "000001", true),
                        org.assertj.core.groups.Tuple.tuple("FAULTED", "CLOCK_SKEW", "000002", true),
                        org.assertj.core.groups.Tuple.tuple("SCHEDULED", "UNKNOWN_MEMBERS", "SUCCESS", true));
        assertThat(running.http
                        .get("/simulator/calls?fault=WRONG_KEY&resultCode=000001&orderId=" + orderId)
                        .json()
                        .get("calls"))
                .hasSize(1);
    }

    @Test
    void aSellerWhoAcceptsWhatHeMustRefuseBreaksAPromise() {
        running.seller.sellsAtOnce("000000");

        String orderId = running.ready("{\"faults\":[{\"kind\":\"WRONG_KEY\"}]}");

        assertThat(running.http
                        .get("/simulator/violations")
                        .json()
                        .get("violations")
                        .values())
                .anyMatch(violation -> violation.get("orderId").stringValue().equals(orderId)
                        && violation.get("kind").stringValue().equals("FAULT_NOT_ANSWERED_AS_EXPECTED"));
    }

    @Test
    void aCutConnectionIsAFailedAttemptThatARestartMakesGood() {
        String orderId = running.buy("{\"faults\":[{\"kind\":\"CUT_CONNECTION\"}]}");
        JsonNode attempt = running.awaitAttempts(orderId, 1).getFirst();
        assertThat(attempt.get("expected").stringValue()).isEqualTo("NO_ANSWER");
        assertThat(attempt.get("asExpected").booleanValue()).isTrue();
        assertThat(running.purchase(orderId).get("status").stringValue()).isEqualTo("ORDERED");

        running.http.post("/simulator/purchases/" + orderId + ":restart", null);

        running.awaitStatus(orderId, "READY");
    }

    @Test
    void aReorderedStepIsDeliveredAfterTheNextAndTheLaterSignedOneIsBelieved() {
        StubGateway gateway = new StubGateway();
        running.seller.does(gateway);
        String orderId = running.ready("{}");
        JsonNode held = running.http
                .post("/simulator/purchases/" + orderId + ":freeze?wait=1", "{\"faults\":[{\"kind\":\"REORDER\"}]}")
                .json();
        assertThat(held.get("state").stringValue()).isEqualTo("HELD");

        running.step(orderId, "unfreeze", "{}");

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(
                        running.purchase(orderId).get("settled").booleanValue())
                .isTrue());
        assertThat(running.seller.calls("updateInstanceStatus").stream()
                        .filter(call -> call.text("instanceId").equals("kb" + orderId)))
                .extracting(call -> call.text("status"))
                .containsExactly("UNFREEZE", "FREEZE");
        assertThat(running.belief(orderId).get("wanted").stringValue()).isEqualTo("ACTIVE");
        assertThat(gateway.told("kb" + orderId).wanted()).isEqualTo("ACTIVE");
    }

    @Test
    void theKindsAreListedWithWhatTheyExpect() {
        assertThat(running.http.get("/simulator/faults").json().get("faults").values())
                .hasSize(26)
                .allMatch(fault -> fault.get("members")
                        .get("kind")
                        .stringValue()
                        .equals(fault.get("kind").stringValue()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | 400",
                "{\"kind\":\"WRONG_KEY\",\"activity\":\"fly\"} | 400",
                "{\"kind\":\"WRONG_KEY\",\"target\":\"NOBODY\"} | 404",
                "{\"kind\":\"REORDER\",\"activity\":\"newInstance\"} | 400",
                "{\"kind\":\"SLOW_READER\",\"part\":\"BODY\",\"seconds\":10} | 400",
                "not json | 400"
            })
    void whatCannotBePlayedIsRefused(String body, int status) {
        Http.Got got = running.http.post("/simulator/faults:play", body);

        assertThat(got.status()).as(got.text()).isEqualTo(status);
    }

    @Test
    void aPurchaseCannotBeReordered() {
        running.seller.does(call -> Said.nothing());

        assertThat(running.http
                        .post("/simulator/purchases", "{\"faults\":[{\"kind\":\"REORDER\"}]}")
                        .status())
                .isEqualTo(400);
    }
}
