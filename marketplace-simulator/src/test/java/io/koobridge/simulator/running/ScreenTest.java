package io.koobridge.simulator.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page's buttons do what they say, and say what they did. */
class ScreenTest {
    private static Running running;

    @BeforeAll
    static void start() {
        running = new Running();
        StubGateway v2 = new StubGateway();
        StubV1 v1 = new StubV1();
        running.seller.does(call -> call.rawBody().isEmpty() ? v1.apply(call) : v2.apply(call));
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    private static String page() {
        return running.http.get("/").text();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "buy | chargingMode=PERIOD&kind=trial&fault=no+fault | Bought CS",
                "life | chargingMode=ONE_TIME | Playing the life of CS",
                "fault | kind=WRONG_KEY&target= | WRONG_KEY: expected 000001, got 000001, as it should be",
                "open-api | kind=RESULT_CODE | The order query now fails: RESULT_CODE",
                "open-api | kind=CLEAR | Every open API works again",
                "buy | listing=V1+INTL&chargingMode=PERIOD&kind=formal&fault=BARE_PLUS | Bought CS",
                "buy | listing=V2&chargingMode=PERIOD&kind=formal&fault=BARE_PLUS | Not done: BARE_PLUS",
                "buy | listing=V3&chargingMode=PERIOD | Not done: there is no listing V3",
                "move | orderId=NOBODY&listing=V2 | Not done: order NOBODY",
                "open | orderId=NOBODY | Not done: order NOBODY",
                "notify-restart | orderId=NOBODY | Not done: no address for order notifications",
                "replay | a=b | Debug replay: 17 passed, 0 failed",
                "step | orderId=NOBODY&step=freeze&fault= | Not done: order NOBODY",
                "buy | chargingMode=ONE_TIME&kind=trial | Not done: only PERIOD has trials",
                "fault | kind=NO_SUCH | Not done: there is no fault NO_SUCH",
                "restart | orderId=A&number=x | Not done: x is not a number",
                "dance | a=b | Not done: there is no button dance"
            })
    void aButtonSaysWhatItDid(String button, String form, String headline) {
        Http.Got pressed = running.http.form("/screen/" + button, form);

        assertThat(pressed.status()).isEqualTo(303);
        assertThat(page()).contains(headline);
    }

    @Test
    void aStepWithAFaultIsTakenAndShown() {
        String orderId = running.ready("{}");

        running.http.form("/screen/step", "orderId=" + orderId + "&step=freeze&fault=CLOCK_SKEW");

        await().untilAsserted(() ->
                assertThat(running.belief(orderId).get("wanted").stringValue()).isEqualTo("FROZEN"));
        assertThat(page()).contains("FROZEN").contains("CLOCK_SKEW, 000002").contains("<form method=\"post\"");
    }

    @Test
    void aProductMovesAndItsFrontEndIsOpenedByButtons() {
        String orderId = running.ready("{\"edition\":\"V1\"}");

        running.http.form("/screen/open", "orderId=" + orderId);
        assertThat(page()).contains("ARRIVED at https://app.example.com/" + orderId);
        running.http.form("/screen/move", "orderId=" + orderId + "&listing=V2");

        assertThat(page()).contains(orderId + " is called by V2 from now on");
        assertThat(running.purchase(orderId).get("edition").stringValue()).isEqualTo("V2");
    }

    @Test
    void thePageCanBeHeldStill() {
        assertThat(page()).contains("http-equiv=\"refresh\"");
        assertThat(running.http.get("/?still").text())
                .doesNotContain("http-equiv=\"refresh\"")
                .contains("<button>Buy</button>");
    }

    @Test
    void aPageOfSomebodyElseMayNotPressAButton() {
        assertThat(running.http
                        .form("/screen/replay", "a=b", "Sec-Fetch-Site", "cross-site")
                        .status())
                .isEqualTo(403);
    }
}
