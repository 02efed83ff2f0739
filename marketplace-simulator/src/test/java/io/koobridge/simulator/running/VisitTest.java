package io.koobridge.simulator.running;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.koobridge.simulator.running.FakeSeller.Said;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A buyer opens what he was handed: a waiting page first, the front end in the end. */
class VisitTest {

    @Test
    void aWaitingPageIsAskedAgainUntilItForwards() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        HttpServer pages = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        pages.createContext("/wait", exchange -> {
            boolean ready = asked.incrementAndGet() > 2;
            byte[] page = ready
                    ? new byte[0]
                    : "<meta http-equiv=\"refresh\" content=\"1\">soon".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/html");
            if (ready) {
                exchange.getResponseHeaders().add("Location", "https://app.example.com/t/1");
            }
            exchange.sendResponseHeaders(ready ? 303 : 200, ready ? -1 : page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        pages.start();
        String waiting = "http://127.0.0.1:" + pages.getAddress().getPort();
        try (Running running = new Running("--koobridge.simulator.waiting-url=" + waiting)) {
            running.seller.does(call -> handing(call.text("orderId"), waiting + "/wait"));
            String orderId = running.ready("{\"edition\":\"V1\"}");

            JsonNode visit = running.http
                    .post("/simulator/purchases/" + orderId + ":open?wait=20", null)
                    .json();

            assertThat(visit.get("state").stringValue()).as(visit.toString()).isEqualTo("ARRIVED");
            assertThat(visit.get("arrivedAt").stringValue()).isEqualTo("https://app.example.com/t/1");
            assertThat(visit.get("pages").values())
                    .extracting(page -> page.get("status").intValue())
                    .containsExactly(200, 303);
            assertThat(visit.get("pages").get(0).get("times").intValue()).isEqualTo(2);
            assertThat(running.http
                            .get("/simulator/calls?name=openFrontEnd&orderId=" + orderId)
                            .json()
                            .get("calls")
                            .values())
                    .extracting(call -> call.get("verdict").stringValue())
                    .containsExactly("FORWARDED", "WAITING", "WAITING");
        } finally {
            pages.stop(0);
        }
    }

    @Test
    void anotherAddressIsTheFrontEndItself() {
        try (Running running = new Running()) {
            running.seller.does(call -> handing(call.text("orderId"), "https://app.example.com/t/2"));
            String orderId = running.ready("{\"edition\":\"V1\"}");

            JsonNode visit = running.http
                    .post("/simulator/purchases/" + orderId + ":open", null)
                    .json();

            assertThat(visit.get("state").stringValue()).isEqualTo("ARRIVED");
            assertThat(visit.get("pages")).isEmpty();
        }
    }

    @Test
    void thereIsNothingToOpenBeforeSomethingWasHandedOver() {
        try (Running running = new Running()) {
            running.seller.does(call -> Said.code("000005").signedForV1());
            String orderId = running.buy("{\"edition\":\"V1\"}");

            assertThat(running.http
                            .post("/simulator/purchases/" + orderId + ":open", null)
                            .status())
                    .isEqualTo(409);
        }
    }

    private static Said handing(String orderId, String frontEndUrl) {
        return Said.json("{\"resultCode\":\"000000\",\"resultMsg\":\"m\",\"instanceId\":\"kb" + orderId
                        + "\",\"appInfo\":{\"frontEndUrl\":\"" + frontEndUrl + "\"}}")
                .signedForV1();
    }
}
