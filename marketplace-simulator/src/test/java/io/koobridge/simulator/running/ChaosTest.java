package io.koobridge.simulator.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.koobridge.simulator.running.FakeSeller.Received;
import io.koobridge.simulator.running.FakeSeller.Said;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Five seconds of random faults against a seller who himself fails now and then: afterwards both hold the same for true. */
class ChaosTest {
    @Test
    void afterwardsBeliefAndSellerAgree() {
        try (Running running = new Running(
                "--koobridge.simulator.answer-timeout=1s",
                "--koobridge.simulator.long-answer-timeout=1s",
                "--strict-orders")) {
            StubOfBoth seller = new StubOfBoth();
            running.seller.does(moody(seller));

            Http.Got begun = running.http.post("/simulator/chaos", "{\"seed\":7,\"seconds\":5,\"purchases\":16}");

            assertThat(begun.status()).isEqualTo(202);
            assertThat(running.http.post("/simulator/chaos", "{}").status()).isEqualTo(409);
            JsonNode done = done(running);
            assertThat(done.get("unsettled").intValue()).isZero();
            assertThat(done.get("unsettledOrders").isEmpty()).isTrue();
            assertThat(done.get("steps").get("NEW_INSTANCE").intValue()).isEqualTo(16);
            assertThat(done.get("stepsByEdition").propertyNames()).containsExactlyInAnyOrder("V1", "V2");
            assertThat(done.get("listedAnew").intValue()).isPositive();
            assertThat(done.get("faults")).isNotEmpty();
            assertThat(running.http.get("/simulator/open-api/faults").json().has("armed"))
                    .isFalse();
            for (JsonNode orderId : done.get("orderIds")) {
                agree(running.purchase(orderId.stringValue()), seller.v2);
            }
        }
    }

    @Test
    void sellsInOneEditionAloneWhereTheSellerKnowsNoOther() {
        try (Running running = new Running()) {
            running.seller.does(new StubV1());

            running.http.post(
                    "/simulator/chaos",
                    "{\"seconds\":1,\"purchases\":8,\"editions\":[\"V1\"],\"openApiFaults\":false}");

            JsonNode done = done(running);
            assertThat(done.get("stepsByEdition").propertyNames()).containsExactly("V1");
            assertThat(done.get("listedAnew").intValue()).isZero();
        }
    }

    @Test
    void itCanBeEndedEarly() {
        try (Running running = new Running()) {
            running.seller.does(new StubOfBoth());
            assertThat(running.http.get("/simulator/chaos").json().get("state").stringValue())
                    .isEqualTo("NONE");
            assertThat(running.http.delete("/simulator/chaos").status()).isEqualTo(404);
            running.http.post("/simulator/chaos", "{\"seconds\":3600,\"purchases\":2,\"openApiFaults\":false}");

            assertThat(running.http.delete("/simulator/chaos").status()).isEqualTo(202);

            done(running);
            assertThat(running.http.post("/simulator/chaos", "{\"seconds\":0}").status())
                    .isEqualTo(400);
            assertThat(running.http
                            .post("/simulator/chaos", "{\"purchases\":201}")
                            .status())
                    .isEqualTo(400);
            for (String editions : List.of("[]", "[\"V1\",\"V1\"]", "[null]", "[\"V3\"]")) {
                assertThat(running.http
                                .post("/simulator/chaos", "{\"editions\":" + editions + "}")
                                .status())
                        .as(editions)
                        .isEqualTo(400);
            }
        }
    }

    /** One in six calls fails, half of them after it was stored. */
    private static Function<Received, Said> moody(Function<Received, Said> seller) {
        Random random = new Random(3);
        return call -> {
            int mood;
            synchronized (random) {
                mood = random.nextInt(12);
            }
            if (mood == 0) {
                return Said.code("000005");
            }
            Said said = seller.apply(call);
            return mood == 1 ? Said.nothing() : said;
        };
    }

    private static void agree(JsonNode purchase, StubGateway gateway) {
        JsonNode belief = purchase.get("belief");
        StubGateway.Told told = gateway.told(purchase.get("instanceId").stringValue());
        assertThat(purchase.get("settled").booleanValue()).isTrue();
        assertThat(told.wanted())
                .as(purchase.toString())
                .isEqualTo(belief.get("wanted").stringValue());
        if (!told.expireTime().isEmpty()) {
            assertThat(told.expireTime())
                    .as(purchase.toString())
                    .isEqualTo(belief.get("expireTime").stringValue());
        }
    }

    /** What a run that has ended says of itself. */
    private static JsonNode done(Running running) {
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> running.http.get("/simulator/chaos").json(),
                        view -> view.get("state").stringValue().equals("DONE"));
    }
}
