package io.koobridge.simulator.running;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** In a class of its own: a simulator that ends takes the connections of others in this process with it. */
class NoNotificationsTest {

    @Test
    void withoutAnAddressNothingIsSent() {
        try (Running quiet = new Running()) {
            quiet.seller.does(new StubV1());
            quiet.ready("{\"edition\":\"V1\"}");

            JsonNode page = quiet.http.get("/simulator/notifications").json();
            assertThat(page.get("on").booleanValue()).isFalse();
            assertThat(page.get("total").intValue()).isZero();
            assertThat(quiet.http.post("/simulator/notifications:debug", "{}").status())
                    .isEqualTo(409);
        }
    }
}
