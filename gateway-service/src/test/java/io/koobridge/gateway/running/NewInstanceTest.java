package io.koobridge.gateway.running;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NewInstanceTest extends GatewayTest {

    @Test
    void aPurchaseIsAnsweredInProgressWithAnId() {
        var reply = send(Call.newInstance(clock, "CS-1"));

        reply.isProper();
        assertThat(reply.code()).isEqualTo("000004");
    }
}
